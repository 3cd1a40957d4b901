import { assertNever } from '../kit/assert-never.ts'
import { answerableOptions, type PlacedOption } from '../message/answerable-options.ts'
import { hasFormatting } from '../message/has-formatting.ts'
import { hasWordLink } from '../message/has-word-link.ts'
import { parseMarkup } from '../message/markup.ts'
import { markupToPlain } from '../message/markup-to-plain.ts'
import type { Media, Message } from '../message/message.ts'
import { listTitleIn } from './locale-words.ts'
import { checkOptions } from './option-form.ts'
import type { RenderJob } from './rendering.ts'
import { misfitsOf } from './report.ts'
import { cardLines, fileLine, numberedOptions, paragraphs } from './text-pieces.ts'
import {
  bodyWithButtons,
  framed,
  LIST_LIMITS,
  type WhatsappControl,
  whatsappControl,
} from './whatsapp-control.ts'
import { contactOf, fileOf, headerOf, locationOf } from './whatsapp-parts.ts'
import type {
  WhatsappContent,
  WhatsappHeader,
  WhatsappInteractive,
  WhatsappPayload,
} from './whatsapp-payload.ts'
import { WHATSAPP_PEN } from './whatsapp-pen.ts'
import { whatsappTemplate } from './whatsapp-template.ts'

/**
 * A message as WhatsApp Cloud API bodies (requirements.md NHN-06, NHN-21): up to 3 options are reply buttons, up to 10
 * a list, more are numbered; the first form takes them in which every label, and the text above, fits.
 */
export function renderWhatsapp(job: RenderJob): readonly WhatsappPayload[] {
  const { message, report } = job
  const contents = message.template
    ? [whatsappTemplate(message, message.template, report)]
    : contentsOf(job, job.message)
  return contents.map(content => ({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...content,
  }))
}

function contentsOf(job: RenderJob, message: Message): readonly WhatsappContent[] {
  const { report } = job
  const options = answerableOptions(message)
  const cards = message.cards ?? []
  if (cards.length > 0) report.degrade('cards-in-text', ['cards'])
  const stream = message.media?.kind === 'stream' ? message.media : undefined
  if (stream) report.degrade('stream-as-link', ['media'])
  noteLostFileWords(job)
  noteLinks(job)
  const body = paragraphs([
    WHATSAPP_PEN.markup(message.text),
    cardLines(cards, WHATSAPP_PEN),
    stream ? fileLine(stream, WHATSAPP_PEN) : '',
  ])
  const control = whatsappControl(job, body, options)
  const media = stream ? undefined : message.media
  const alone = [
    ...(message.location ? [locationOf(message.location)] : []),
    ...(message.contact ? [contactOf(message.contact)] : []),
  ]
  if (control === 'none') return [...textWithMedia(job, body, options, media), ...alone]
  const { interactive, mediaTaken } = interactiveOf(job, control, body, options, media)
  const file = media && !mediaTaken ? [fileOf(media)] : []
  return [...file, ...alone, { type: 'interactive', interactive }]
}

function noteLostFileWords({ message: { media }, report }: RenderJob): void {
  if (!media || media.kind === 'stream') return
  if (media.alt) report.degrade('alternative-text-lost', ['media', 'alt'])
  if (media.name && media.kind !== 'document') report.degrade('file-name-lost', ['media', 'name'])
}

function noteLinks({ message, report }: RenderJob): void {
  for (const place of ['header', 'text', 'footer'] as const)
    if (hasWordLink(parseMarkup(message[place] ?? ''))) report.degrade('links-spelled-out', [place])
}

/** A text without controls: under its file where there is room, after it otherwise. */
function textWithMedia(
  job: RenderJob,
  body: string,
  options: readonly PlacedOption[],
  media: Media | undefined,
): readonly WhatsappContent[] {
  const { message, report } = job
  noteFrame(job)
  const text = framed(
    message,
    paragraphs([bodyWithButtons(message, body), numberedOptions(options, WHATSAPP_PEN)]),
  )
  if (text === '') return media ? [fileOf(media)] : []
  const fits = misfitsOf([['whatsapp/caption', text, ['text']]]).length === 0
  if (media && media.kind !== 'audio' && fits) {
    report.check('whatsapp/caption', text, ['text'])
    return [fileOf(media, text)]
  }
  report.check('whatsapp/text', text, ['text'])
  const previews = /https?:\/\//.test(text)
  const content = { type: 'text', text: { body: text, ...(previews ? { preview_url: true } : {}) } } as const
  return media ? [fileOf(media), content] : [content]
}

function noteFrame({ message, report }: RenderJob): void {
  if (message.header) report.degrade('header-in-text', ['header'])
  if (message.footer) report.degrade('footer-in-text', ['footer'])
}

function interactiveOf(
  job: RenderJob,
  control: Exclude<WhatsappControl, 'none'>,
  body: string,
  options: readonly PlacedOption[],
  media: Media | undefined,
): Readonly<{ interactive: WhatsappInteractive; mediaTaken: boolean }> {
  const { message, report } = job
  if (control === 'location') {
    noteFrame(job)
    const text = framed(message, bodyWithButtons(message, body))
    report.check('whatsapp/location-body', text, ['text'])
    return {
      interactive: {
        type: 'location_request_message',
        body: { text },
        action: { name: 'send_location' },
      },
      mediaTaken: false,
    }
  }
  const text = control === 'link' ? body : bodyWithButtons(message, body)
  const mediaHeader = control === 'list' || message.header ? undefined : headerOf(media)
  const frame = frameOf(job, mediaHeader, text)
  return { interactive: actionOf(job, control, frame, options), mediaTaken: mediaHeader !== undefined }
}

type Frame = Readonly<{
  header?: WhatsappHeader
  body: Readonly<{ text: string }>
  footer?: Readonly<{ text: string }>
}>

/** Header and footer of buttons and lists, which take no marks. */
function frameOf(
  { message, report }: RenderJob,
  mediaHeader: WhatsappHeader | undefined,
  text: string,
): Frame {
  for (const place of ['header', 'footer'] as const)
    if (hasFormatting(parseMarkup(message[place] ?? ''))) report.degrade('formatting-lost', [place])
  const header = markupToPlain(parseMarkup(message.header ?? ''))
  const footer = markupToPlain(parseMarkup(message.footer ?? ''))
  if (header !== '') report.check('whatsapp/header', header, ['header'])
  if (footer !== '') report.check('whatsapp/footer', footer, ['footer'])
  const top = mediaHeader ?? (header === '' ? undefined : ({ type: 'text', text: header } as const))
  return {
    ...(top ? { header: top } : {}),
    body: { text },
    ...(footer === '' ? {} : { footer: { text: footer } }),
  }
}

function actionOf(
  { message, locale, report }: RenderJob,
  control: 'buttons' | 'list' | 'link',
  frame: Frame,
  options: readonly PlacedOption[],
): WhatsappInteractive {
  const { text } = frame.body
  switch (control) {
    case 'buttons': {
      report.check('whatsapp/button-body', text, ['text'])
      checkOptions(options, { label: 'whatsapp/button-label', id: 'whatsapp/button-id' }, report)
      const buttons = options.map(
        ({ option: { id, label } }) => ({ type: 'reply', reply: { id, title: label } }) as const,
      )
      return { type: 'button', ...frame, action: { buttons } }
    }
    case 'list': {
      report.check('whatsapp/list-body', text, ['text'])
      report.check('whatsapp/list-body-safe', text, ['text'])
      checkOptions(options, LIST_LIMITS, report)
      const rows = options.map(({ option: { id, label, description } }) => ({
        id,
        title: label,
        ...(description ? { description } : {}),
      }))
      const button = message.listTitle || listTitleIn(locale)
      return { type: 'list', ...frame, action: { button, sections: [{ rows }] } }
    }
    case 'link': {
      report.check('whatsapp/link-body', text, ['text'])
      const [link] = message.buttons ?? []
      const parameters = { display_text: link?.label ?? '', url: link?.target ?? '' }
      return { type: 'cta_url', ...frame, action: { name: 'cta_url', parameters } }
    }
    default:
      return assertNever(control)
  }
}
