import { safeStorage } from 'electron'
import type { SystemSafe } from './key-vault.ts'

/** The system's safe storage, or null where there is none or where it would keep plain text (`basic_text` on Linux). */
export function systemSafe(): SystemSafe | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    encryptString: text => safeStorage.encryptString(text),
    decryptString: bytes => safeStorage.decryptString(Buffer.from(bytes)),
  }
}
