import { SCOPES, type Scope } from '../../src-shared/publish/scopes.ts'
import type { SigningKeys } from '../signing-keys.ts'

/** A key that signs requests. All of its secrets are accepted: there are two while it is rotated. */
export type SigningKey = Readonly<{ id: string; secrets: readonly string[]; scopes: readonly Scope[] }>

/** The key of an id as it is now; null for one that is unknown or was revoked. */
export type FindKey = (id: string) => Promise<SigningKey | null>

/** The keys an engine was started with, which may do everything. */
export function findGivenKey(keys: SigningKeys): FindKey {
  return async id => {
    const secrets = keys.get(id)
    return secrets ? { id, secrets, scopes: SCOPES } : null
  }
}
