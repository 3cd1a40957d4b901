import { parseMarkup } from '../message/markup.ts'
import { markupToPlain } from '../message/markup-to-plain.ts'
import type { Card } from '../message/message.ts'
import { CAPABILITIES } from './capabilities.ts'
import type { Part } from './option-form.ts'
import { misfitsOf, type Report } from './report.ts'
import { type SendApiChannel, sendApiButtons } from './send-api-buttons.ts'
import type { SendApiElement } from './send-api-payload.ts'

/** The cards as elements of a generic template; null when one of them does not fit, and so all go into the text. */
export function sendApiCards(
  channel: SendApiChannel,
  cards: readonly Card[],
  report: Report,
): readonly SendApiElement[] | null {
  const elements = cards.map(card => elementOf(channel, card))
  const misfits = misfitsOf([
    [`${channel}/cards`, cards.length, ['cards']],
    ...elements.flatMap((element, index) => partsOf(channel, element, index)),
  ])
  report.misfits(misfits)
  const hasBare = elements.some(
    ({ title, subtitle, image_url, buttons }) => !title.trim() || !(subtitle || image_url || buttons),
  )
  const hasUnnamed = elements.some(({ buttons = [] }) => buttons.some(({ title }) => title.trim() === ''))
  const hasCalls =
    !CAPABILITIES[channel].callButtons &&
    cards.some(({ buttons = [] }) => buttons.some(({ kind }) => kind === 'call'))
  if (misfits.length > 0 || hasBare || hasUnnamed || hasCalls) return null
  for (const [index, { buttons = [] }] of elements.entries())
    for (const { title } of buttons)
      report.check(`${channel}/button-label`, title, ['cards', index, 'buttons'])
  return elements
}

function elementOf(channel: SendApiChannel, card: Card): SendApiElement {
  const { title, subtitle = '', image, buttons = [], options = [] } = card
  const all = [
    ...sendApiButtons(channel, buttons),
    ...options.map(({ id, label }) => ({ type: 'postback', title: label, payload: id }) as const),
  ]
  return {
    title: markupToPlain(parseMarkup(title)),
    ...(subtitle ? { subtitle: markupToPlain(parseMarkup(subtitle)) } : {}),
    ...(image ? { image_url: image } : {}),
    ...(all.length > 0 ? { buttons: all } : {}),
  }
}

function partsOf(
  channel: SendApiChannel,
  { title, subtitle = '', buttons = [] }: SendApiElement,
  index: number,
): readonly Part[] {
  return [
    [`${channel}/card-title`, title, ['cards', index, 'title']],
    [`${channel}/card-subtitle`, subtitle, ['cards', index, 'subtitle']],
    [`${channel}/template-buttons`, buttons.length, ['cards', index, 'buttons']],
    ...buttons.flatMap((button): readonly Part[] =>
      button.type === 'postback' ? [[`${channel}/payload`, button.payload, ['cards', index, 'options']]] : [],
    ),
  ]
}
