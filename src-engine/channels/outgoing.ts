import { renderMessage } from '../../src-shared/channels/render.ts'
import { escapeMarkup } from '../../src-shared/message/markup.ts'
import type { Message } from '../../src-shared/message/message.ts'
import type { DoneTurn } from '../conversations/run-turn.ts'
import type { Engine } from '../engine.ts'
import { openContent } from '../http/open-content.ts'
import { type Channel, channelsOf } from '../store/channels.ts'
import type { ReadDb } from '../store/db.ts'
import type { NewDelivery } from '../store/deliveries.ts'
import { channelOf, isTalking, type TalkingKind } from './channel-contact.ts'
import { channelTarget, sendQueue } from './channel-queues.ts'
import type { Outgoing } from './outgoing-message.ts'

type Host = Pick<Engine, 'programs' | 'publicUrl'>
type Said = DoneTurn['messages'][number]

/** What is sent of some turns: all that bot and agents said to people who are reached over a channel. */
export async function outgoingOf(
  host: Host,
  tx: ReadDb,
  done: readonly DoneTurn[],
): Promise<readonly NewDelivery[]> {
  const ids = done.flatMap(({ conversation }) => channelOf(conversation.contact) ?? [])
  const channels = await channelsOf(tx, ids)
  const asked: NewDelivery[] = []
  for (const turn of done) {
    const channel = channels.get(channelOf(turn.conversation.contact) ?? '')
    if (!channel || !turn.messages.some(isSent)) continue
    const locale = await localeOf(host, tx, turn)
    asked.push(...deliveriesOf(host, turn, { channel, locale }))
  }
  return asked
}

function isSent({ sender }: Said): boolean {
  return sender !== 'contact'
}

async function localeOf({ programs }: Host, tx: ReadDb, turn: DoneTurn): Promise<string> {
  const { session } = turn.conversation
  if (session?.locale) return session.locale
  const hash = turn.hash ?? turn.conversation.hash
  return hash === null ? 'en' : ((await programs.get(hash, tx)).locales[0] ?? 'en')
}

function deliveriesOf(
  host: Host,
  { messages, answer, conversation: { bot, contact }, inbound }: DoneTurn,
  { channel, locale }: Readonly<{ channel: Channel; locale: string }>,
): readonly NewDelivery[] {
  if (!isTalking(channel.kind)) return []
  const { kind } = channel
  const numbers = answer.events.flatMap(({ type, number }) =>
    type === 'messageSent' ? [Number(number)] : [],
  )
  const sent = messages.filter(isSent)
  return sent.flatMap(said => {
    const number = said.sender === 'bot' ? numbers.shift() : undefined
    return requestsOf(host, kind, said, { number, locale, isBegun: inbound.kind === 'proactive' }).map(
      (payload, part) => ({
        id: `${channel.id}/${inbound.seq}/${said.number}.${part + 1}`,
        kind: kind === 'webhook' ? 'channelHook' : 'channelMessage',
        queue: sendQueue(contact),
        target: channelTarget(channel.id),
        bot,
        contact,
        payload,
      }),
    )
  })
}

/** One message in the shape of its channel, which may take several requests. */
function requestsOf(
  { publicUrl }: Host,
  kind: TalkingKind,
  said: Said,
  { number, locale, isBegun }: Readonly<{ number: number | undefined; locale: string; isBegun: boolean }>,
): readonly Outgoing[] {
  const message = messageOf(openContent(said, publicUrl()))
  const channel = kind === 'webhook' ? 'web' : kind
  const { payloads, problems } = renderMessage(channel, message, { locale })
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ message: says }) => says)
  const from = said.sender === 'agent' ? 'agent' : 'bot'
  const about = {
    from,
    ...(number === undefined ? {} : { message: number }),
    ...(isBegun ? ({ isBegun } as const) : {}),
    isTemplate: kind === 'whatsapp' && message.template !== undefined,
    problems: errors,
  } as const
  if (payloads.length === 0) return [{ ...about, isLast: true, body: {} }]
  return payloads.map((body, part) => ({ ...about, isLast: part === payloads.length - 1, body: { ...body } }))
}

/** What agents write is plain; what bots say has formatting. */
function messageOf({ sender, text, options, content }: Said): Message {
  const parts = (content ?? {}) as Partial<Message>
  return {
    ...parts,
    text: sender === 'agent' ? escapeMarkup(text) : text,
    ...(options ? { options } : {}),
  }
}
