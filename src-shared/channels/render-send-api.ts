import { answerableOptions, type PlacedOption } from '../message/answerable-options.ts'
import type { Media, Message } from '../message/message.ts'
import { CAPABILITIES } from './capabilities.ts'
import { checkOptions, hasRepeatedLabels, hasUnnamed, optionMisfits } from './option-form.ts'
import { PLAIN_PEN, textOnly } from './plain-text.ts'
import type { RenderJob } from './rendering.ts'
import { misfitsOf } from './report.ts'
import { type SendApiChannel, sendApiButtons } from './send-api-buttons.ts'
import { sendApiCards } from './send-api-cards.ts'
import type { SendApiButton, SendApiElement, SendApiMessage, SendApiPayload } from './send-api-payload.ts'
import { describedOptions, numberedOptions, paragraphs } from './text-pieces.ts'

/**
 * A message as bodies of Meta's Send API: file, text and cards one after another, the options as quick replies under
 * the last of them (requirements.md NHN-06).
 */
export function renderSendApi(channel: SendApiChannel, job: RenderJob): readonly SendApiPayload[] {
  const { message, report } = job
  const elements = message.cards?.length ? sendApiCards(channel, message.cards, report) : []
  const { media } = message
  const isShown = media !== undefined && CAPABILITIES[channel].media.includes(media.kind)
  if (isShown) noteLostFileWords(media, job)
  const options = answerableOptions(elements === null ? message : { ...message, cards: [] })
  const form = optionForm(channel, job, options)
  const written =
    form === 'numbered' ? numberedOptions(options, PLAIN_PEN) : describedOptions(options, PLAIN_PEN)
  const onCards = elements === null ? [] : describedOnCards(job)
  const text = textOnly(job, {
    options: paragraphs([describedOptions(onCards, PLAIN_PEN), written]),
    hasCards: elements === null,
    hasFile: media !== undefined && !isShown,
  })
  const messages = [
    ...(isShown ? [fileOf(media)] : []),
    ...textMessages(channel, job, text),
    ...(elements && elements.length > 0 ? [cardsOf(elements)] : []),
  ]
  return withQuickReplies(channel, job, messages, form === 'quick' ? options : []).map(content => ({
    messaging_type: 'RESPONSE',
    message: content,
  }))
}

function optionForm(
  channel: SendApiChannel,
  { message, report }: RenderJob,
  options: readonly PlacedOption[],
): 'quick' | 'numbered' {
  if (options.length === 0) return 'quick'
  const unnamed = hasUnnamed(options, report)
  const repeated = hasRepeatedLabels(options)
  const misfits = optionMisfits(options, { label: `${channel}/quick-reply-label`, id: `${channel}/payload` })
  const isFew = options.length <= CAPABILITIES[channel].quickReplies
  if (isFew && hasMoreThanOptions(message) && !unnamed && !repeated && misfits.length === 0) {
    if (options.some(({ option }) => option.description)) report.degrade('descriptions-in-text', ['options'])
    return 'quick'
  }
  if (isFew) report.misfits(misfits)
  if (repeated) report.broken('message/repeated-label', ['options'], 'warning')
  report.degrade('options-numbered', ['options'])
  return 'numbered'
}

/** The options on cards that have a second line, for which a card has no room. */
function describedOnCards({ message, report }: RenderJob): readonly PlacedOption[] {
  const { cards = [] } = message
  const described = cards.map(({ options = [], ...card }) => ({
    ...card,
    options: options.filter(({ description }) => description),
  }))
  for (const [index, { options }] of described.entries())
    if (options.length > 0) report.degrade('descriptions-in-text', ['cards', index, 'options'])
  return answerableOptions({ text: '', cards: described })
}

/** Quick replies cannot stand alone. */
function hasMoreThanOptions({ options: _, listTitle, asks, additions, template, ...rest }: Message): boolean {
  return Object.values(rest).some(part => (Array.isArray(part) ? part.length > 0 : Boolean(part)))
}

function noteLostFileWords(media: Media, { report }: RenderJob): void {
  if (media.alt) report.degrade('alternative-text-lost', ['media', 'alt'])
  if (media.name) report.degrade('file-name-lost', ['media', 'name'])
}

/** The text, with the buttons that leave the conversation if they fit under it, and written out in it otherwise. */
function textMessages(
  channel: SendApiChannel,
  { message, report }: RenderJob,
  compose: (buttonsToo: boolean) => string,
): readonly SendApiMessage[] {
  const buttons = message.buttons ?? []
  const shown = sendApiButtons(channel, buttons)
  const alone = compose(false)
  const misfits = misfitsOf([
    [`${channel}/template-buttons`, shown.length, ['buttons']],
    [`${channel}/button-body`, alone, ['text']],
  ])
  const areNamed = shown.every(({ title }) => title.trim() !== '')
  const fit = shown.length > 0 && shown.length === buttons.length && areNamed && alone !== ''
  if (fit && misfits.length === 0) {
    report.check(`${channel}/button-body`, alone, ['text'])
    for (const [index, { title }] of shown.entries())
      report.check(`${channel}/button-label`, title, ['buttons', index, 'label'])
    return [buttonTemplate(alone, shown)]
  }
  if (fit) report.misfits(misfits)
  noteButtonsInText(message, report)
  const text = compose(true)
  if (text === '') return []
  report.check(`${channel}/text`, text, ['text'])
  return [{ text }]
}

function noteButtonsInText({ buttons = [] }: Message, report: RenderJob['report']): void {
  if (buttons.some(({ kind }) => kind === 'link')) report.degrade('links-in-text', ['buttons'])
  if (buttons.some(({ kind }) => kind === 'call')) report.degrade('calls-in-text', ['buttons'])
}

function buttonTemplate(text: string, buttons: readonly SendApiButton[]): SendApiMessage {
  return { attachment: { type: 'template', payload: { template_type: 'button', text, buttons } } }
}

function cardsOf(elements: readonly SendApiElement[]): SendApiMessage {
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements } } }
}

function fileOf({ kind, url }: Media): SendApiMessage {
  const type = kind === 'document' || kind === 'stream' ? 'file' : kind
  return { attachment: { type, payload: { url } } }
}

/** Quick replies vanish with the next message, so they stand under the last one. */
function withQuickReplies(
  channel: SendApiChannel,
  { report }: RenderJob,
  messages: readonly SendApiMessage[],
  options: readonly PlacedOption[],
): readonly SendApiMessage[] {
  const last = messages.at(-1)
  if (options.length === 0 || !last) return messages
  report.check(`${channel}/quick-replies`, options.length, ['options'])
  checkOptions(options, { label: `${channel}/quick-reply-label`, id: `${channel}/payload` }, report)
  const quick_replies = options.map(
    ({ option: { id, label } }) => ({ content_type: 'text', title: label, payload: id }) as const,
  )
  return [...messages.slice(0, -1), { ...last, quick_replies }]
}
