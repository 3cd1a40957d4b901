import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { EngineOptions, Send } from '../../src-shared/publish/publish-client.ts'
import type { ReadDb } from '../store/db.ts'
import { findEngine, sealedKeyOf } from '../store/engine-accounts.ts'
import type { KeyVault } from './key-vault.ts'

/** `timeoutMs` is that of publish-client.ts unless given. */
type Way = Readonly<{ db: ReadDb; vault: KeyVault; send: Send; now: () => number; timeoutMs?: number }>

/** How an engine of the list is asked, with its key opened for the moment. */
export async function engineOptions(
  { db, vault, ...way }: Way,
  engine: string,
): Promise<Result<EngineOptions>> {
  const account = findEngine(db, engine)
  if (!account) return fault('store/not-found', 'This engine is not in the list any more.')
  const key = await storedKey({ db, vault }, engine)
  if (!key.ok) return key
  return ok({ ...way, url: account.url, keyId: account.keyId, key: key.value })
}

/** The key of an engine, opened; `secret/missing` where none is stored. */
export async function storedKey(
  { db, vault }: Pick<Way, 'db' | 'vault'>,
  engine: string | null,
): Promise<Result<string>> {
  const sealed = engine === null ? null : sealedKeyOf(db, engine)
  if (!sealed) return fault('secret/missing', 'Enter the key of this engine.')
  return vault.open(sealed)
}
