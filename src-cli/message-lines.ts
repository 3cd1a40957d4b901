import { mapLink } from '../src-shared/channels/map-link.ts'
import { parseMarkup } from '../src-shared/message/markup.ts'
import { markupToPlain } from '../src-shared/message/markup-to-plain.ts'
import type {
  Card,
  ContactCard,
  Media,
  MessageButton,
  MessageOption,
  Place,
} from '../src-shared/message/message.ts'
import type { SentMessage } from '../src-shared/runtime/events.ts'

const INDENT = '    '

/** A message as a terminal can show it: its words without markup, every other part as a line of what it is. */
export function messageLines(name: string, message: SentMessage): readonly string[] {
  const { header, text, footer, media, location, contact, template, asks, late } = message
  const words = [header, text, footer].filter(part => part).map(part => plain(part ?? ''))
  const parts = [
    ...(template ? [`[template ${template.name}, ${template.language}]`, ...fileLines(template.header)] : []),
    ...fileLines(media),
    ...(location ? [placeLine(location)] : []),
    ...(contact ? [contactLine(contact)] : []),
    ...(message.cards ?? []).flatMap(cardLines),
    ...(message.buttons ?? []).map(buttonLine),
    ...(asks ? [`[asks for a ${asks}]`] : []),
    ...(late ? ['[more than 24 hours after the last message of the customer]'] : []),
  ].map(line => `${INDENT}${safe(line)}`)
  const said = words.length > 0 || parts.length === 0 ? indented(words.join('\n'), INDENT) : '…'
  return [`  ${name}: ${said}`, ...parts, ...(message.options ?? []).flatMap(optionLines)]
}

/** Texts of several lines stay under their first one; control characters cannot play with the terminal. */
export function indented(text: string, by: string): string {
  return safe(text).replaceAll('\n', `\n${by}`)
}

/** Without what a terminal would take for a command. */
export function safe(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}

export function placeLine({ latitude, longitude, name, address }: Place): string {
  const words = [name, address, `${latitude}, ${longitude}`].filter(Boolean).join(', ')
  return `[location ${words}] ${mapLink({ latitude, longitude })}`
}

function plain(source: string): string {
  return markupToPlain(parseMarkup(source))
}

export function fileLines(media: Media | undefined): readonly string[] {
  if (!media) return []
  const { kind, name, alt, url } = media
  return [`[${[kind, name, alt && `“${alt}”`].filter(Boolean).join(' ')}] ${url}`]
}

function contactLine({ name, organisation, phone, email }: ContactCard): string {
  return `[contact ${[name, organisation, phone, email].filter(Boolean).join(', ')}]`
}

function buttonLine({ kind, label, target }: MessageButton): string {
  return `[${label}] ${kind === 'call' ? `calls ${target}` : target}`
}

function cardLines({ title, subtitle, image, buttons = [], options = [] }: Card): readonly string[] {
  const words = [title, subtitle ?? ''].filter(part => part !== '').map(plain)
  return [
    `[card] ${words.join(' - ')}${image ? ` (${image})` : ''}`,
    ...buttons.map(button => `  ${buttonLine(button)}`),
    ...options.map(({ id, label }) => `  [${label}] !option ${id}`),
  ]
}

function optionLines({ label, number, description }: MessageOption, index: number): readonly string[] {
  const second = description ? [`${' '.repeat(8)}${safe(description)}`] : []
  return [`${String(number ?? index + 1).padStart(6)}  ${safe(label)}`, ...second]
}
