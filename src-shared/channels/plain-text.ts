import { hasFormatting } from '../message/has-formatting.ts'
import { hasWordLink } from '../message/has-word-link.ts'
import { type MarkupNode, parseMarkup } from '../message/markup.ts'
import { markupToPlain } from '../message/markup-to-plain.ts'
import type { Message } from '../message/message.ts'
import type { RenderJob } from './rendering.ts'
import type { Place, Report } from './report.ts'
import {
  buttonLines,
  cardLines,
  contactLines,
  fileLine,
  type Pen,
  paragraphs,
  placeLines,
} from './text-pieces.ts'

export const PLAIN_PEN: Pen = { markup: source => markupToPlain(parseMarkup(source)), plain: text => text }

/** What a text channel writes besides the text itself. */
export type TextParts = Readonly<{
  /** The options, already written. */
  options: string
  hasCards: boolean
  hasFile: boolean
}>

/**
 * The whole message as one plain text, for channels without formatting, locations and contact cards. What comes out
 * writes the buttons too when asked for it.
 */
export function textOnly(job: RenderJob, parts: TextParts): (buttonsToo: boolean) => string {
  const { message } = job
  noteLosses(job, parts)
  const { cards = [], media, location, contact, buttons = [] } = message
  const before = [
    PLAIN_PEN.markup(message.header ?? ''),
    PLAIN_PEN.markup(message.text),
    parts.hasFile && media ? fileLine(media, PLAIN_PEN) : '',
    parts.hasCards ? cardLines(cards, PLAIN_PEN) : '',
    location ? placeLines(location, PLAIN_PEN) : '',
    contact ? contactLines(contact, PLAIN_PEN) : '',
  ]
  const after = [parts.options, PLAIN_PEN.markup(message.footer ?? '')]
  return buttonsToo => paragraphs([...before, buttonsToo ? buttonLines(buttons, PLAIN_PEN) : '', ...after])
}

function noteLosses({ message, report }: RenderJob, { hasCards, hasFile }: TextParts): void {
  if (message.header) report.degrade('header-in-text', ['header'])
  if (message.footer) report.degrade('footer-in-text', ['footer'])
  if (hasFile) report.degrade(message.media?.kind === 'stream' ? 'stream-as-link' : 'file-as-link', ['media'])
  if (hasCards) report.degrade('cards-in-text', ['cards'])
  if (message.location) report.degrade('location-as-link', ['location'])
  if (message.contact) report.degrade('contact-in-text', ['contact'])
  if (message.asks) report.degrade(`${message.asks}-asked-in-text`, ['asks'])
  for (const [source, place] of markedTexts(message)) noteLostMarks(parseMarkup(source), place, report)
}

/** The texts of a message that may be marked up, each with its place. */
function markedTexts({
  text,
  header = '',
  footer = '',
  cards = [],
}: Message): readonly (readonly [string, Place])[] {
  return [
    [header, ['header']],
    [text, ['text']],
    ...cards.flatMap(({ title, subtitle = '' }, index): readonly (readonly [string, Place])[] => [
      [title, ['cards', index, 'title']],
      [subtitle, ['cards', index, 'subtitle']],
    ]),
    [footer, ['footer']],
  ]
}

function noteLostMarks(nodes: readonly MarkupNode[], place: Place, report: Report): void {
  if (hasFormatting(nodes)) report.degrade('formatting-lost', place)
  if (hasWordLink(nodes)) report.degrade('links-spelled-out', place)
}
