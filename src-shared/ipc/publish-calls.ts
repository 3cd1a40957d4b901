import { z } from 'zod'
import { type BotId, botIdSchema } from '../document/ids.ts'
import { versionTextSchema } from '../lifecycle/version-number.ts'
import {
  type ChannelChange,
  type ChannelEvents,
  type ChannelView,
  channelChangeSchema,
  channelIdSchema,
  deactivateChannelSchema,
  eventsQuery,
  type NewChannel,
  newChannelSchema,
  replayRequestSchema,
} from '../publish/channel-protocol.ts'
import { type Conversations, contactSchema, type Transcript } from '../publish/conversation-protocol.ts'
import type { BotHistory, BotStatus } from '../publish/protocol.ts'
import {
  type PromoteRequest,
  promoteRequestSchema,
  type RollBackRequest,
  rollBackRequestSchema,
  type StageRequest,
  type Staging,
  stageRequestSchema,
  stagingSchema,
} from '../publish/stage-protocol.ts'
import type { Brought } from '../testing/bring-conversations.ts'
import { call } from './call.ts'
import { type BotOnEngine, bot, botOnEngine, count } from './call-args.ts'
import { engineIdSchema as engineId } from './engine-id.ts'

/** What can be asked of a version on an engine; `stage` lets a percentage of new conversations meet it. */
export const JOB_ACTIONS = ['publish', 'activate', 'stage', 'deactivate'] as const

/** One step of a version on its way to an engine. It waits while the engine cannot be reached. */
export type PublishJob = Readonly<{
  id: string
  bot: BotId
  engine: string
  action: (typeof JOB_ACTIONS)[number]
  version: string
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** 0 to 1 of the upload. */
  progress: number
  attempts: number
  /** What went wrong last; `problems` point at records of the bot. */
  fault: {
    code: string
    message: string
    problems?: readonly { code: string; message: string; pointer?: string }[]
  } | null
  at: number
}>
const channelOfEngine = z.strictObject({ engine: engineId, channel: channelIdSchema })
type ChannelOfEngine = Readonly<{ engine: string; channel: string }>

/** What the window asks about a bot on an engine: putting it there, its channels, its versions and its conversations. */
export const publishCalls = {
  'publish.status': call<{ bot: BotId; engine: string }, BotStatus | null>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** Reads the newest conversations an engine had with a bot; who had them does not cross. */
  'publish.conversations': call<{ bot: BotId; engine: string }, Brought>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  'publish.jobs': call<{ bot: BotId }, readonly PublishJob[]>(bot),
  'publish.start': call<
    {
      bot: BotId
      engine: string
      action: PublishJob['action']
      version: string
      reason: string
      conversations: 'finish' | 'end'
      message?: string | undefined
      staging?: Staging | undefined
    },
    PublishJob
  >(
    z.strictObject({
      bot: botIdSchema,
      engine: engineId,
      action: z.enum(JOB_ACTIONS),
      version: versionTextSchema,
      reason: z.string().max(500),
      conversations: z.enum(['finish', 'end']),
      /** What open conversations are told when a deactivation ends them (KAL-16). */
      message: z.string().max(4096).optional(),
      /** For whom a version is staged; `stage` needs it. */
      staging: stagingSchema.optional(),
    }),
  ),
  'publish.retry': call<{ id: string }, PublishJob>(z.strictObject({ id: z.string().max(64) })),
  'publish.cancel': call<{ id: string }, null>(z.strictObject({ id: z.string().max(64) })),
  /** The channels through which a running engine meets people with this bot; they never hold a secret. */
  'live.channels': call<{ bot: BotId; engine: string }, readonly ChannelView[]>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** Its secrets go to the engine and are kept nowhere else. The channel is not active before it is verified. */
  'live.addChannel': call<{ engine: string; channel: NewChannel }, ChannelView>(
    z.strictObject({ engine: engineId, channel: newChannelSchema }),
  ),
  'live.changeChannel': call<ChannelOfEngine & { change: ChannelChange }, ChannelView>(
    channelOfEngine.extend({ change: channelChangeSchema }),
  ),
  'live.verifyChannel': call<ChannelOfEngine, ChannelView>(channelOfEngine),
  'live.deactivateChannel': call<ChannelOfEngine & { reason: string }, ChannelView>(
    channelOfEngine.extend(deactivateChannelSchema.shape),
  ),
  'live.removeChannel': call<ChannelOfEngine, null>(channelOfEngine),
  /** A page of what came in and went out, newest first. */
  'live.events': call<ChannelOfEngine & { before: string | null }, ChannelEvents>(
    channelOfEngine.extend({ before: eventsQuery.shape.before.unwrap().nullable() }),
  ),
  /** Sends again these deliveries, or all that are dead; answers how many. */
  'live.replay': call<ChannelOfEngine & { deliveries: number[] | null }, number>(
    channelOfEngine.extend({ deliveries: replayRequestSchema.shape.deliveries.unwrap().nullable() }),
  ),
  /** Changes for whom the staged version is; `engine/version-conflict` where something else is there by now. */
  'live.stage': call<BotOnEngine & { stage: StageRequest }, BotStatus>(
    botOnEngine.extend({ stage: stageRequestSchema }),
  ),
  'live.rollBack': call<BotOnEngine & { rollBack: RollBackRequest }, BotStatus>(
    botOnEngine.extend({ rollBack: rollBackRequestSchema }),
  ),
  /** Puts the version that is in draft to test. */
  'live.promoteToTest': call<BotOnEngine & { promote: PromoteRequest }, BotStatus>(
    botOnEngine.extend({ promote: promoteRequestSchema }),
  ),
  /** Who did what with a bot on an engine (requirements.md KAL-18, NHN-143), oldest first. */
  'live.history': call<{ bot: BotId; engine: string }, BotHistory>(
    z.strictObject({ bot: botIdSchema, engine: engineId }),
  ),
  /** With whom a bot talked on an engine, a page, newest first. Nothing of it is kept here. */
  'live.conversations': call<{ bot: BotId; engine: string; before: number | null }, Conversations>(
    z.strictObject({ bot: botIdSchema, engine: engineId, before: count.nullable() }),
  ),
  'live.transcript': call<{ bot: BotId; engine: string; contact: string; after: number }, Transcript>(
    z.strictObject({ bot: botIdSchema, engine: engineId, contact: contactSchema, after: count }),
  ),
} as const
