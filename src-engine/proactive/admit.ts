import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { findApiKey } from '../store/api-keys.ts'
import { botCalled } from '../store/external-ids.ts'
import { tokensOf } from '../store/proactive.ts'

/**
 * The bot of an external id, for a key that may begin its conversations: one that signs, or a token that was chosen for
 * it (requirements.md KAR-09, KAR-10).
 */
export async function admit(
  { db }: Pick<Engine, 'db'>,
  external: string,
  key: string,
): Promise<Result<BotId>> {
  const bot = await botCalled(db, external)
  if (bot === null) return fault('proactive/unknown-bot', `Publish a bot with the external id ${external}.`)
  const isToken = (await findApiKey(db, key))?.kind === 'token'
  if (isToken && !(await tokensOf(db, bot)).includes(key))
    return fault('proactive/token-not-chosen', `Choose ${key} for it first: PUT /v1/bots/${bot}/proactive.`)
  return ok(bot)
}
