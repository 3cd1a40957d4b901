import type { BotId } from '../../src-shared/document/ids.ts'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { Result } from '../../src-shared/kit/result.ts'

/** A bot on an engine, and how it is asked: `call` sees to the passphrase where the engine's key is locked away. */
export type Site = Readonly<{
  engine: EngineAccount
  bot: BotId
  call: <T>(make: () => Promise<Result<T>>) => Promise<Result<T>>
}>
