import { createSealer, type SealKeys } from '../../../src-engine/store/seal.ts'

export const KEY_ID = 'tests'
export const SECRET = 'a-secret-of-the-tests-only'
export const KEYS = new Map([[KEY_ID, [SECRET]]])

/** What the engines of the tests seal with; as text, and as it is parsed. */
export const SEAL_TEXT = `tests:${'s'.repeat(43)}`
export const SEAL_KEYS: SealKeys = [{ id: 'tests', bytes: Buffer.from('s'.repeat(43), 'base64url') }]
export const SEALER = createSealer(SEAL_KEYS)
