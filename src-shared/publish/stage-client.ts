import type { BotId } from '../document/ids.ts'
import type { Result } from '../kit/result.ts'
import { type BotStatus, botStatusSchema } from './protocol.ts'
import type { EngineCall } from './publish-client.ts'
import type { PromoteRequest, RollBackRequest, StageRequest } from './stage-protocol.ts'

/** The designer's side of stage-protocol.ts; each answers how the bot is then. Failures are as in publish-client.ts. */
export interface StageClient {
  stage(bot: BotId, request: StageRequest): Promise<Result<BotStatus>>
  rollBack(bot: BotId, request: RollBackRequest): Promise<Result<BotStatus>>
  /** Puts the version that is in draft to test. */
  promoteToTest(bot: BotId, request: PromoteRequest): Promise<Result<BotStatus>>
}

type Call = <T>(request: EngineCall<T>) => Promise<Result<T>>

export function stageClient(call: Call): StageClient {
  const change = (method: string, bot: BotId, step: string, body: unknown) =>
    call({ method, path: `/v1/bots/${encodeURIComponent(bot)}/${step}`, body, schema: botStatusSchema })
  return {
    stage: (bot, request) => change('POST', bot, 'stage', request),
    rollBack: (bot, request) => change('POST', bot, 'roll-back', request),
    promoteToTest: (bot, request) => change('PUT', bot, 'environments/test', request),
  }
}
