import { randomUUID } from 'node:crypto'
import type { ReadBotEvent } from '../../src-shared/integrations/bot-event.ts'
import { route } from '../../src-shared/integrations/route.ts'
import type { Refusal } from '../../src-shared/integrations/routing.ts'
import type { FaultCode } from '../../src-shared/kit/faults.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { findConversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { isReceived } from '../store/inbound.ts'
import type { Integration } from '../store/integrations.ts'
import { findRoutedConversation, type RoutedConversation } from '../store/routings.ts'
import { FROM_HOOK } from './happenings-of.ts'
import { routesOf } from './routes-of.ts'
import { routableOf } from './take-routed.ts'

type Told = Readonly<{
  integration: Integration
  read: ReadBotEvent
  /** The sender's name for it, from the header. */
  key: string | null
}>

const FAULTS: Readonly<Record<Refusal, FaultCode>> = {
  closed: 'routing/closed',
  noCcsp: 'routing/no-ccsp',
  notBotsTurn: 'routing/not-bots-turn',
}
/** As the protocol's own documentation calls them. */
const WORDS: Readonly<Record<Refusal, string>> = {
  closed: 'CLOSED: the next message begins another one.',
  noCcsp: 'NO_CCSP: the bot keeps it.',
  notBotsTurn: 'NOT_BOTS_TURN: wait until the agent has closed it.',
}

/**
 * Takes what a bot elsewhere tells: what cannot be done is refused at once, everything else is on the disk when this
 * answers, and has its turn behind what came before (requirements.md IMI-07, IMI-16, IMI-22, IMI-23).
 */
export async function takeBotEvent(
  engine: Engine,
  { integration, read, key }: Told,
): Promise<Result<Readonly<{ messageid: string }>>> {
  const { db, take, turns, now } = engine
  const known = await findRoutedConversation(db, read.conversation)
  if (known?.integration !== integration.id)
    return known?.type === 'CCSP' ? refused('notBotsTurn') : fault('routing/unknown-conversation')
  if (known.type === 'CCSP') return refused('notBotsTurn')
  const { bot, contact } = known
  const id = `${FROM_HOOK}${integration.id}/${key ?? read.id ?? randomUUID()}`
  const taken = ok({ messageid: `${id}.1` })
  if (await isReceived(db, { bot, contact, id })) return taken
  const refusal =
    known.closedAt === null ? await refusalOf(db, { known, read, integration, at: now() }) : 'closed'
  if (refusal) return refused(refusal)
  const { conversation, event } = read
  const input = { id, type: 'outside', integration: integration.id, conversation, event } as const
  const received = await take({ to: { bot, contact }, input, at: now() })
  if (!received) return fault('bot/not-found', 'The bot of the asset is not here any more.')
  // Its turn may have to wait for a desk; the answer does not.
  void turns.answerOf(received).catch(() => {})
  return taken
}

function refused(refusal: Refusal) {
  return fault(FAULTS[refusal], WORDS[refusal])
}

type Asked = Readonly<{ known: RoutedConversation; read: ReadBotEvent; integration: Integration; at: number }>

/** What the router would say to it now; it is asked again when its turn comes. */
async function refusalOf(db: ReadDb, { known, read, integration, at }: Asked): Promise<Refusal | null> {
  const { bot, contact } = known
  const routes = await routesOf(db, [{ bot, contact, channel: null }])
  const conversation = await findConversation(db, bot, contact)
  const input = { bot, contact, channel: null, locale: null, at }
  const routable = routes && (await routableOf(db, routes, { conversation, input }))
  if (!routable) return 'closed'
  const { event } = read
  const happening = {
    type: 'bot',
    id: '',
    integration: integration.id,
    conversation: known.id,
    event,
  } as const
  return route(routable.routing, happening, routable.scene).refusal
}
