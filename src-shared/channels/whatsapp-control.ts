import type { PlacedOption } from '../message/answerable-options.ts'
import type { Message } from '../message/message.ts'
import { LIMITS } from './limits.ts'
import { listTitleIn } from './locale-words.ts'
import { hasRepeatedLabels, hasUnnamed, optionMisfits } from './option-form.ts'
import type { RenderJob } from './rendering.ts'
import { misfitsOf } from './report.ts'
import { buttonLines, paragraphs } from './text-pieces.ts'
import { WHATSAPP_PEN } from './whatsapp-pen.ts'

/** The controls under a text; `none` for a text alone. */
export type WhatsappControl = 'none' | 'buttons' | 'list' | 'link' | 'location'

export const LIST_LIMITS = {
  label: 'whatsapp/row-label',
  id: 'whatsapp/row-id',
  description: 'whatsapp/row-description',
} as const

/** Which controls the message gets, and why not better ones. */
export function whatsappControl(
  job: RenderJob,
  body: string,
  options: readonly PlacedOption[],
): WhatsappControl {
  const { message, report } = job
  if (message.asks === 'file') report.degrade('file-asked-in-text', ['asks'])
  const control = options.length > 0 ? optionControl(job, body, options) : otherControl(job, body)
  if (message.asks === 'location' && control !== 'location')
    report.degrade('location-asked-in-text', ['asks'])
  const buttons = message.buttons ?? []
  if (control !== 'link' && buttons.some(({ kind }) => kind === 'link'))
    report.degrade('links-in-text', ['buttons'])
  if (buttons.some(({ kind }) => kind === 'call')) report.degrade('calls-in-text', ['buttons'])
  return control
}

function optionControl(job: RenderJob, body: string, options: readonly PlacedOption[]): WhatsappControl {
  const { message, locale, report } = job
  const whole = bodyWithButtons(message, body)
  const unnamed = hasUnnamed(options, report)
  const hasBody = whole !== ''
  const repeated = hasRepeatedLabels(options)
  const asButtons = [
    ...misfitsOf([
      ['whatsapp/reply-buttons', options.length, ['options']],
      ['whatsapp/button-body', whole, ['text']],
    ]),
    ...optionMisfits(options, { label: 'whatsapp/button-label', id: 'whatsapp/button-id' }),
  ]
  const described = options.some(({ option }) => option.description)
  if (hasBody && !unnamed && !repeated && !described && asButtons.length === 0) return 'buttons'
  const asList = [
    ...misfitsOf([
      ['whatsapp/list-body', whole, ['text']],
      ['whatsapp/list-title', message.listTitle || listTitleIn(locale), ['listTitle']],
    ]),
    ...optionMisfits(options, LIST_LIMITS),
  ]
  const isShort = options.length <= LIMITS['whatsapp/list-rows'].max
  if (hasBody && !unnamed && isShort && asList.length === 0) return 'list'
  if (isShort) report.misfits(asList)
  report.degrade('options-numbered', ['options'])
  return 'none'
}

function otherControl({ message, report }: RenderJob, body: string): WhatsappControl {
  if (message.asks === 'location') {
    const whole = framed(message, bodyWithButtons(message, body))
    const misfits = misfitsOf([['whatsapp/location-body', whole, ['text']]])
    report.misfits(misfits)
    if (whole !== '' && misfits.length === 0) return 'location'
  }
  const [link, ...more] = message.buttons ?? []
  if (link?.kind !== 'link' || more.length > 0 || body === '') return 'none'
  const misfits = misfitsOf([
    ['whatsapp/link-label', link.label, ['buttons', 0, 'label']],
    ['whatsapp/link-body', body, ['text']],
  ])
  report.misfits(misfits)
  return misfits.length === 0 && link.label.trim() !== '' ? 'link' : 'none'
}

/** The text with its links and calls written out below it. */
export function bodyWithButtons({ buttons = [] }: Message, body: string): string {
  return paragraphs([body, buttonLines(buttons, WHATSAPP_PEN)])
}

/** A text between its header and its footer. */
export function framed({ header = '', footer = '' }: Message, body: string): string {
  return paragraphs([WHATSAPP_PEN.markup(header), body, WHATSAPP_PEN.markup(footer)])
}
