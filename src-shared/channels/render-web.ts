import { answerableOptions } from '../message/answerable-options.ts'
import { parseMarkup } from '../message/markup.ts'
import { markupToHtml } from '../message/markup-to-html.ts'
import { markupToPlain } from '../message/markup-to-plain.ts'
import type { Card, ContactCard, Media, MessageButton, MessageOption, Place } from '../message/message.ts'
import { directionOf } from './locale-words.ts'
import { mapLink } from './map-link.ts'
import { hasUnnamed } from './option-form.ts'
import type { RenderJob } from './rendering.ts'

/** A text in both its shapes; `html` is safe to show as it is. */
export type WebText = Readonly<{ text: string; html: string }>

/** What the chat page is sent for one message. All addresses can be opened; all other members are plain text. */
export type WebPayload = Readonly<{
  type: 'message'
  locale: string
  direction: 'ltr' | 'rtl'
  header?: WebText
  body?: WebText
  footer?: WebText
  media?: Media
  options?: readonly MessageOption[]
  buttons?: readonly MessageButton[]
  cards?: readonly WebCard[]
  location?: Place & Readonly<{ map: string }>
  contact?: ContactCard
  asks?: 'file'
}>

export type WebCard = Readonly<{
  title: WebText
  subtitle?: WebText
  image?: string
  buttons?: readonly MessageButton[]
  options?: readonly MessageOption[]
}>

/** A message for the chat page, which shows everything but a template and a request for a location (NHN-56). */
export function renderWeb({ message, locale, report }: RenderJob): readonly WebPayload[] {
  const { media, options = [], buttons = [], cards = [], location, contact, asks } = message
  hasUnnamed(answerableOptions(message), report)
  if (asks === 'location') report.degrade('location-asked-in-text', ['asks'])
  const parts = {
    ...textPart('header', message.header),
    ...textPart('body', message.text),
    ...textPart('footer', message.footer),
    ...(media ? { media } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(cards.length > 0 ? { cards: cards.map(cardOf) } : {}),
    ...(location ? { location: { ...location, map: mapLink(location) } } : {}),
    ...(contact ? { contact } : {}),
    ...(asks === 'file' ? ({ asks } as const) : {}),
  }
  if (Object.keys(parts).length === 0) return []
  return [{ type: 'message', locale, direction: directionOf(locale), ...parts }]
}

function textPart<Name extends 'header' | 'body' | 'footer'>(
  name: Name,
  source: string | undefined,
): Partial<Record<Name, WebText>> {
  return source ? ({ [name]: webText(source) } as Record<Name, WebText>) : {}
}

function webText(source: string): WebText {
  const nodes = parseMarkup(source)
  return { text: markupToPlain(nodes), html: markupToHtml(nodes) }
}

function cardOf({ title, subtitle, ...rest }: Card): WebCard {
  return { title: webText(title), ...(subtitle ? { subtitle: webText(subtitle) } : {}), ...rest }
}
