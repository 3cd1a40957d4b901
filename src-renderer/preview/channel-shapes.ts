import type { Channel } from '../../src-shared/channels/channel.ts'
import { renderMessage } from '../../src-shared/channels/render.ts'
import { smsSegments } from '../../src-shared/channels/sms-segments.ts'
import { assertNever } from '../../src-shared/kit/assert-never.ts'
import type { Words } from '../../src-shared/kit/say.ts'
import type { Message } from '../../src-shared/message/message.ts'
import { inWords } from '../words/sentences.ts'
import { withEngineLinks } from './engine-links.ts'
import { sendApiShapes } from './send-api-shapes.ts'
import type { Shape } from './shape.ts'
import { webShapes } from './web-shapes.ts'
import { whatsappShapes } from './whatsapp-shapes.ts'

/** A message as one channel shows it, what becomes something else there, and what does not fit. */
export type ChannelView = Readonly<{
  shapes: readonly Shape[]
  notes: readonly string[]
  problems: readonly Readonly<{ severity: 'error' | 'warning'; message: string }>[]
  /** How many text messages an SMS is paid as. */
  segments: number
}>

/** Draws from what the channel is really sent (src-shared/channels), so that a preview shows no more than that. */
export function channelView(channel: Channel, messages: readonly Message[], locale: string): ChannelView {
  const views = messages.map(message => messageView(channel, message, locale))
  return {
    shapes: views.flatMap(({ shapes }) => shapes),
    notes: [...new Set(views.flatMap(({ notes }) => notes))],
    problems: views.flatMap(({ problems }) => problems),
    segments: views.reduce((sum, { segments }) => sum + segments, 0),
  }
}

function messageView(channel: Channel, message: Message, locale: string): ChannelView {
  switch (channel) {
    case 'whatsapp':
      return viewOf(renderMessage(channel, message, { locale }), whatsappShapes)
    case 'web':
      return viewOf(renderMessage(channel, message, { locale }), webShapes)
    case 'messenger':
    case 'instagram':
      return viewOf(renderMessage(channel, message, { locale }), sendApiShapes)
    case 'sms': {
      const rendering = renderMessage(channel, message, { locale })
      const segments = rendering.payloads.map(({ Body }) => smsSegments(withEngineLinks(Body)).segments)
      const sum = segments.reduce((total, count) => total + count, 0)
      return { ...viewOf(rendering, ({ Body }) => [smsShape(Body)]), segments: sum }
    }
    default:
      return assertNever(channel)
  }
}

function smsShape(text: string): Shape {
  return { type: 'bubble', text: { as: 'plain', text }, controls: [] }
}

type Rendered<Payload> = Readonly<{
  payloads: readonly Payload[]
  degraded: readonly Words[]
  problems: readonly (Words & Readonly<{ severity: 'error' | 'warning' }>)[]
}>

function viewOf<Payload>(
  { payloads, degraded, problems }: Rendered<Payload>,
  shapesOf: (payload: Payload) => readonly Shape[],
): ChannelView {
  return {
    shapes: payloads.flatMap(shapesOf),
    notes: degraded.map(inWords),
    problems: problems.map(problem => ({ severity: problem.severity, message: inWords(problem) })),
    segments: 0,
  }
}
