import { z } from 'zod'
import type { VaultState } from '../../src-shared/ipc/engine-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { WriteDb } from '../store/db.ts'
import type { SealedKey } from '../store/engine-accounts.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { cipherKey, decrypt, encrypt, newSalt } from './passphrase-cipher.ts'

/** What the system's own safe storage can do; Electron's `safeStorage` has these names. */
export type SystemSafe = Readonly<{
  encryptString(text: string): Uint8Array
  decryptString(bytes: Uint8Array): string
}>

/** Seals keys of engines and opens them again. Nothing here leaves the main process. */
export interface KeyVault {
  status(): VaultState
  /** The first passphrase sets the vault up; later ones must be the same. */
  unlock(passphrase: string): Promise<Result<{ state: VaultState }>>
  seal(secret: string): Promise<Result<SealedKey>>
  open(sealed: SealedKey): Promise<Result<string>>
}

type Options = Readonly<{
  db: WriteDb
  /** Null where the system has none, or only one that keeps plain text. */
  system: SystemSafe | null
  /** For runs without a person, such as tests on a machine without a keyring. */
  passphrase: string | null
}>

/** `check` is a known text: that it can be opened tells the right passphrase from a wrong one. */
const vaultSchema = z.strictObject({ salt: z.string(), check: z.string() })
const CHECK = 'parley'

export function createKeyVault({ db, system, passphrase }: Options): KeyVault {
  let key: Uint8Array | null = null

  const status = (): VaultState => {
    if (system) return 'system'
    if (key) return 'open'
    return readSetting(db, 'vault', vaultSchema) ? 'locked' : 'new'
  }
  const unlock = async (typed: string): Promise<Result<{ state: VaultState }>> => {
    if (system) return ok({ state: 'system' })
    const vault = readSetting(db, 'vault', vaultSchema)
    const salt = vault ? Buffer.from(vault.salt, 'base64') : newSalt()
    const made = await cipherKey(typed, salt)
    if (!vault) writeSetting(db, 'vault', { salt: toText(salt), check: toText(encrypt(made, CHECK)) })
    else if (decrypt(made, Buffer.from(vault.check, 'base64')) !== CHECK)
      return fault('secret/wrong-passphrase', 'Try again.')
    key = made
    return ok({ state: 'open' })
  }
  const openKey = async (): Promise<Result<Uint8Array>> => {
    if (!key && passphrase !== null) {
      const opened = await unlock(passphrase)
      if (!opened.ok) return opened
    }
    return key
      ? ok(key)
      : fault('secret/unavailable', 'Give a passphrase; keys are then stored sealed with it.')
  }
  return {
    status,
    unlock,
    async seal(secret) {
      if (system) return ok({ by: 'system', bytes: system.encryptString(secret) })
      const opened = await openKey()
      return opened.ok ? ok({ by: 'passphrase', bytes: encrypt(opened.value, secret) }) : opened
    },
    async open({ by, bytes }) {
      if (by === 'system') return openWithSystem(system, bytes)
      const opened = await openPassphraseKey(openKey, system)
      if (!opened.ok) return opened
      const secret = decrypt(opened.value, bytes)
      return secret === null ? unreadable() : ok(secret)
    },
  }
}

function openWithSystem(system: SystemSafe | null, bytes: Uint8Array): Result<string> {
  if (!system)
    return fault(
      'secret/unavailable',
      'The key was stored with the system’s safe storage, which is not there now.',
    )
  try {
    return ok(system.decryptString(bytes))
  } catch {
    return unreadable()
  }
}

/** A key sealed before the system had a safe: it has to be given again, for its passphrase is not asked for any more. */
async function openPassphraseKey(
  openKey: () => Promise<Result<Uint8Array>>,
  system: SystemSafe | null,
): Promise<Result<Uint8Array>> {
  return system ? unreadable() : openKey()
}

function unreadable() {
  return fault('secret/missing', 'The stored key cannot be opened any more. Enter it again.')
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
