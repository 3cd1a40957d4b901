import { EFFECT_TIMEOUT_MS, type Effect } from '../../src-shared/blocks/effect.ts'
import { CHANNEL_NAMES, type Channel } from '../../src-shared/channels/channel.ts'
import type { Routed } from '../../src-shared/integrations/route.ts'
import type { AgentTalk, Says } from '../../src-shared/integrations/routing.ts'
import type { Event } from '../../src-shared/runtime/events.ts'
import { NOWHERE } from '../../src-shared/runtime/session.ts'
import { closeSession } from '../conversations/close-session.ts'
import { asSent, type DoneTurn, saidIn } from '../conversations/run-turn.ts'
import type { Conversation } from '../store/conversations.ts'
import { type Inbound, inputOf } from '../store/inbound.ts'
import type { Message } from '../store/messages.ts'

type Made = Readonly<{
  conversation: Conversation
  inbound: Inbound
  channel: Channel
  routed: readonly Routed[]
  /** When silence is told, epoch ms. */
  dueAt: number | null
}>

/** The turn of an input that a bot or agents elsewhere have to do with, in the shape that every turn has. */
export function routedTurn({ conversation, inbound, channel, routed, dueAt }: Made): DoneTurn {
  const said = saidIn(conversation, inbound, inbound.text)
  const before = conversation.lastNumber + said.length
  const replies = routed
    .flatMap(({ says }) => says)
    .map((one, index) => replyOf(inbound, one, { index, number: before + index + 1 }))
  const messages = [...said, ...replies]
  const { session } = conversation
  return {
    inbound,
    hash: null,
    stage: null,
    hasFailed: false,
    conversation: {
      ...conversation,
      // A bot of this engine that was in the middle of something is not any more.
      session: session?.state === 'open' ? closeSession(session) : session,
      lastNumber: conversation.lastNumber + messages.length,
      dueAt,
    },
    answer: {
      outcome: 'answered',
      messages: replies.map(asSent),
      events: [
        ...heard(inbound, routed),
        ...routed.flatMap(({ events }) => events),
        ...replies.map(sentEvent),
      ],
    },
    messages,
    effects: routed.flatMap(({ handover }) => (handover ? [handoverOf(handover, { channel, routed })] : [])),
    isSecret: false,
  }
}

function replyOf(
  { bot, contact, id, seq, at }: Inbound,
  { text, kind, media }: Says,
  { index, number }: Readonly<{ index: number; number: number }>,
): Message {
  const content = media === '' ? null : { media: { kind: MEDIA_KINDS[kind] ?? 'document', url: media } }
  const reply = { id: `${id}.${index + 1}`, number, text, options: null, content }
  return { bot, contact, ...reply, sender: 'bot', turn: seq, at }
}

const MEDIA_KINDS: Readonly<Record<string, string>> = { image: 'image', video: 'video', audio: 'audio' }

function heard(inbound: Inbound, routed: readonly Routed[]): readonly Event[] {
  const { kind, id, text, option } = inbound
  if (kind === 'delivery') return reported(inbound)
  if (kind !== 'message') return []
  const isWithAgents = routed.some(({ to, routing }) => to === 'ccsp' && routing.flag === 'CCSP')
  return [{ type: 'messageReceived', id, text, option, rule: isWithAgents ? 'agent' : 'forwarded' }]
}

function reported(inbound: Inbound): readonly Event[] {
  const input = inputOf(inbound)
  if (input.type !== 'delivery') return []
  const { message, status, description } = input
  return [
    { type: 'deliveryReported', message, status, ...(description === undefined ? {} : { description }) },
  ]
}

function sentEvent({ number, text, content }: Message): Event {
  return { type: 'messageSent', block: NOWHERE, number, text, options: null, ...content }
}

/** The desk knows its conversation by the id of the effect (requirements.md IMI-26). */
function handoverOf(
  { conversation, skill, desk, bot }: AgentTalk,
  { channel, routed }: Pick<Made, 'channel' | 'routed'>,
): Effect {
  const params = bot === null ? {} : (routed.at(-1)?.routing.bots[bot]?.params ?? {})
  return {
    id: conversation,
    type: 'handover',
    reason: 'asked',
    skill,
    webstore: null,
    channel: CHANNEL_NAMES[channel],
    summary: Object.entries(params).map(([name, value]) => ({ name, value })),
    timeoutMs: EFFECT_TIMEOUT_MS,
    ...(desk === null ? {} : { desk }),
  }
}
