import type { PlacedOption } from '../message/answerable-options.ts'
import { type MarkupNode, parseMarkup } from '../message/markup.ts'
import { spelledLink } from '../message/markup-to-plain.ts'
import type { Card, ContactCard, Media, MessageButton, Place } from '../message/message.ts'
import { mapLink } from './map-link.ts'

/** How a channel writes texts: `markup` for marked-up ones, `plain` for texts to be shown as they are. */
export type Pen = Readonly<{ markup(source: string): string; plain(text: string): string }>

export function penOf(write: (nodes: readonly MarkupNode[]) => string): Pen {
  return {
    markup: source => write(parseMarkup(source)),
    plain: text => (text === '' ? '' : write([{ kind: 'text', text }])),
  }
}

/** Paragraphs of a text; empty ones are left out. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part?.trim()).join('\n\n')
}

/** `1. Label - description`, with the numbers a customer types: an option's own, or its place (requirements.md NHN-06). */
export function numberedOptions(options: readonly PlacedOption[], pen: Pen): string {
  return options
    .map(({ option }, index) => `${option.number ?? index + 1}. ${pen.plain(described(option))}`)
    .join('\n')
}

/** The options that have a description, for channels whose buttons have no second line. */
export function describedOptions(options: readonly PlacedOption[], pen: Pen): string {
  return options
    .filter(({ option }) => option.description)
    .map(({ option }) => pen.plain(described(option)))
    .join('\n')
}

/** A plain hyphen: a dash would make an SMS one of 70 characters instead of 160. */
function described({ label, description }: PlacedOption['option']): string {
  return description ? `${label} - ${description}` : label
}

/** One line per button: its label and where it leads. */
export function buttonLines(buttons: readonly MessageButton[], pen: Pen): string {
  return buttons.map(({ label, target }) => (label ? `${pen.plain(label)}: ${target}` : target)).join('\n')
}

export function cardLines(cards: readonly Card[], pen: Pen): string {
  return paragraphs(
    cards.map(({ title, subtitle = '', image = '', buttons = [] }) =>
      lines([pen.markup(title), pen.markup(subtitle), image, buttonLines(buttons, pen)]),
    ),
  )
}

/** A file as a line of text: what it is called, and where it is. */
export function fileLine({ name, alt, url }: Media, pen: Pen): string {
  const words = lines([name ? pen.plain(name) : '', alt ? pen.plain(alt) : ''])
  return words ? spelledLink(words, url) : url
}

export function placeLines(place: Place, pen: Pen): string {
  return lines([pen.plain(place.name ?? ''), pen.plain(place.address ?? ''), mapLink(place)])
}

export function contactLines({ name, organisation, phone, email }: ContactCard, pen: Pen): string {
  return lines([pen.plain(name), pen.plain(organisation ?? ''), phone, email])
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part?.trim()).join('\n')
}
