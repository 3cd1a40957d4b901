import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { EngineConfig } from '../config.ts'
import { findSealKeys } from '../seal-keys.ts'
import type { SigningKeys } from '../signing-keys.ts'
import { openStore } from '../store/open-store.ts'
import { createSealer } from '../store/seal.ts'
import { type KeyAdmin, keysInData, keysOfRunning } from './key-admin.ts'

export type OpenKeys = Readonly<{ admin: KeyAdmin; close: () => Promise<void> }>

/** The keys of an engine: in its data, or asked of the engine that is running on them. */
export async function openKeys(config: EngineConfig, keys: SigningKeys): Promise<Result<OpenKeys>> {
  const sealKeys = findSealKeys(config)
  if (!sealKeys.ok) return sealKeys
  const { host, port } = config
  const seal = createSealer(sealKeys.value)
  const store = await openStore(config, seal, 0)
  if (store.ok) {
    const db = store.value
    return ok({ admin: keysInData(db, seal, Date.now), close: () => db.close() })
  }
  const [given] = keys
  if (store.code !== 'engine-data/in-use' || !given) return store
  const [keyId, [secret = '']] = given
  const admin = keysOfRunning({ url: `http://${host}:${port}`, keyId, secret, now: Date.now })
  return ok({ admin, close: async () => {} })
}
