import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { statusOf } from '../publishing/bot-status.ts'
import { findBot } from '../store/bots.ts'

/** Why a version cannot be put to work, for some or for everybody. */
export const REFUSES_WORK = [
  'bot/not-found',
  'engine/version-conflict',
  'lifecycle/not-published',
  'lifecycle/not-allowed',
  'proactive/external-id-taken',
] as const

/** Who asks for a change, and when. */
type By = Readonly<{ key: string; at: number }>

type Asked = Readonly<{ params: Readonly<{ bot: BotId }>; key: string }>

/** Makes a change of a bot that is here and answers how the bot is then. */
export async function answerChange(
  engine: Engine,
  asked: Asked,
  change: (by: By) => Promise<Result<null>>,
): Promise<Result<BotStatus>> {
  const isHere = (await findBot(engine.db, asked.params.bot)) !== null
  return isHere ? answerFirst(engine, asked, change) : fault('bot/not-found', 'Publish it first.')
}

/** The same of a bot that may not be here yet. */
export async function answerFirst(
  engine: Engine,
  { params, key }: Asked,
  change: (by: By) => Promise<Result<null>>,
): Promise<Result<BotStatus>> {
  const done = await change({ key, at: engine.now() })
  return done.ok ? statusOf(engine, params.bot) : done
}
