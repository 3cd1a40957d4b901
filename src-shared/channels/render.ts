import { answerableOptions } from '../message/answerable-options.ts'
import { escapeMarkup } from '../message/markup.ts'
import type { Message } from '../message/message.ts'
import type { Channel } from './channel.ts'
import { renderInstagram } from './render-instagram.ts'
import { renderMessenger } from './render-messenger.ts'
import { renderSms, type SmsPayload } from './render-sms.ts'
import { renderWeb, type WebPayload } from './render-web.ts'
import { renderWhatsapp } from './render-whatsapp.ts'
import type { Rendering, RenderJob } from './rendering.ts'
import { type ChannelProblem, type Measure, Report } from './report.ts'
import { safeMessage } from './safe-message.ts'
import type { SendApiPayload } from './send-api-payload.ts'
import { fileLine, type Pen, paragraphs } from './text-pieces.ts'
import type { WhatsappPayload } from './whatsapp-payload.ts'
import { withoutBlanks } from './without-blanks.ts'

/** The shape each channel's payloads have. */
export type PayloadOf = Readonly<{
  web: WebPayload
  whatsapp: WhatsappPayload
  messenger: SendApiPayload
  instagram: SendApiPayload
  sms: SmsPayload
}>

export type ChannelPayload = PayloadOf[Channel]

export type RenderOptions = Readonly<{ locale: string }>

const RENDERERS: { readonly [C in Channel]: (job: RenderJob) => readonly PayloadOf[C][] } = {
  web: renderWeb,
  whatsapp: renderWhatsapp,
  messenger: renderMessenger,
  instagram: renderInstagram,
  sms: renderSms,
}

/**
 * A message in a channel's documented shape, without its recipient (requirements.md NHN-34). Never throws, and never
 * cuts, splits or drops: see Rendering. `additions` are for the host and stay where they are.
 */
export function renderMessage<C extends Channel>(
  channel: C,
  message: Message,
  { locale }: RenderOptions,
): Rendering<PayloadOf[C]> {
  const report = new Report(channel)
  const safe = safeMessage(withoutBlanks(message), report)
  noteRepeatedIds(safe, report)
  const shown = channel === 'whatsapp' ? safe : withoutTemplate(safe, report)
  const payloads = RENDERERS[channel]({ message: shown, locale, report })
  if (payloads.length === 0) report.broken('message/empty', [])
  const { degraded, problems, measures } = report
  return { payloads, degraded, problems, measures }
}

/** Whether and where a message does not fit a channel, for checks. */
export function problemsOf(
  channel: Channel,
  message: Message,
  options: RenderOptions = { locale: 'en' },
): readonly ChannelProblem[] {
  return renderMessage(channel, message, options).problems
}

/** How much of a channel's limits a message takes, for counters and for the longest values checks try. */
export function measureMessage(
  channel: Channel,
  message: Message,
  options: RenderOptions = { locale: 'en' },
): readonly Measure[] {
  return renderMessage(channel, message, options).measures
}

/** Where there are no templates, their text is sent, and the file of their header with it. */
function withoutTemplate(message: Message, report: Report): Message {
  const { template, ...rest } = message
  if (!template) return message
  if (message.text === '') report.broken('template/without-text', ['template'])
  else report.degrade('template-as-text', ['template'])
  const { header } = template
  if (!header) return rest
  if (!rest.media) return { ...rest, media: header }
  report.degrade('file-as-link', ['template', 'header'])
  return { ...rest, text: paragraphs([message.text, fileLine(header, MARKUP_PEN)]) }
}

const MARKUP_PEN: Pen = { markup: source => source, plain: escapeMarkup }

function noteRepeatedIds(message: Message, report: Report): void {
  const seen = new Set<string>()
  for (const { option, place } of answerableOptions(message)) {
    if (seen.has(option.id)) report.broken('message/repeated-option', [...place, 'id'])
    seen.add(option.id)
  }
}
