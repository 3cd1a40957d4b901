import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { Site } from '../live/site.ts'

/** An engine, and how it is asked where its key may be locked away. */
export type Account = Readonly<{ engine: EngineAccount; call: Site['call'] }>
