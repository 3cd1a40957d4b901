import { CAPABILITIES, optionPageSize } from '../src-shared/channels/capabilities.ts'
import { CHANNEL_NAMES, CHANNELS, type Channel } from '../src-shared/channels/channel.ts'
import { LIMITS, type Limit } from '../src-shared/channels/limits.ts'
import { renderMessage } from '../src-shared/channels/render.ts'
import type { Message } from '../src-shared/message/message.ts'

const INTRODUCTION = `# Channels

*Made from the tables in \`src-shared/channels\` by \`npm run docs\`: the second table by rendering a message of each kind.*

A bot writes neutral messages; each channel gets its own documented payload. Nothing is ever cut, split or dropped: what
does not fit is a problem that names the limit, the count and the place; what a channel cannot show becomes something
else, and is listed.

Texts are written in one markup: \`*bold*\`, \`_italic_\`, \`~strike~\`, \`\` \`code\` \`\`, \`[text](https://…)\`; a backslash
takes a mark its meaning, and values of variables are always shown as they are. WhatsApp knows no escape: there, a mark
that would format gets invisible spaces around it. Put what people copy, such as payment codes, between backticks.

No channel says what a character is. They are counted as UTF-16 units, the largest of the possible counts, so that what
is said to fit does fit: an emoji may take several.

## What each channel can do

`

const INTRODUCTION_SHOWN = `
## What is shown in another way

A dash: shown as it is.

`

const INTRODUCTION_LIMITS = `
## Limits

“Warning” marks those that only some sources name. Where Instagram's pages name none, Messenger's holds: both speak one
API. The date is the one printed on the source, or the day it was read.

`

const IMAGE = { kind: 'image', url: 'https://example.com/a.jpg' } as const
const option = (id: string, label: string, description?: string) => ({
  id,
  label,
  ...(description ? { description } : {}),
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => option(`o${index}`, `Option ${index + 1}`))

/** One message for each thing a bot may say. */
const PROBES: readonly (readonly [what: string, message: Message])[] = [
  ['formatting', { text: '*bold*' }],
  ['a link behind words', { text: '[our page](https://example.com)' }],
  ['header and footer of a text', { header: 'h', text: 't', footer: 'f' }],
  ['header and footer above and below options', { header: 'h', text: 't', footer: 'f', options: many(2) }],
  ['options', { text: 't', options: many(3) }],
  ['options with descriptions', { text: 't', options: [option('a', 'A', 'first'), option('b', 'B')] }],
  ['more than 10 options', { text: 't', options: many(11) }],
  ['more than 13 options', { text: 't', options: many(14) }],
  ['an option with a label of 21 to 24 characters', { text: 't', options: [option('a', 'a'.repeat(24))] }],
  ['an option with a longer label', { text: 't', options: [option('a', 'a'.repeat(25))] }],
  ['a link button', { text: 't', buttons: [{ kind: 'link', label: 'l', target: 'https://example.com' }] }],
  ['a call button', { text: 't', buttons: [{ kind: 'call', label: 'l', target: '+15550100' }] }],
  ['a picture', { text: 't', media: IMAGE }],
  ['a text in place of a picture', { text: 't', media: { ...IMAGE, alt: 'a shop' } }],
  ['a document', { text: 't', media: { kind: 'document', url: IMAGE.url, name: 'a.pdf' } }],
  ['a live stream', { text: 't', media: { kind: 'stream', url: IMAGE.url } }],
  ['cards', { text: 't', cards: [{ title: 'a', subtitle: 'b', image: IMAGE.url }] }],
  ['a location', { text: 't', location: { latitude: 1, longitude: 2 } }],
  ['a contact', { text: 't', contact: { name: 'n', phone: '+15550100' } }],
  ['asking for a location', { text: 't', asks: 'location' }],
  ['asking for a file', { text: 't', asks: 'file' }],
  ['a registered template', { text: 't', template: { name: 'n', language: 'en', parameters: ['p'] } }],
]

/** The page of all channels: what they can do, what they show in another way, and their limits. */
export function channelReference(): string {
  const shown = table(['message', ...CHANNELS.map(named)], PROBES.map(shownOn))
  const limits = CHANNELS.filter(channel => limitsOf(channel).length > 0).map(limitSection)
  return `${INTRODUCTION}${capabilities()}${INTRODUCTION_SHOWN}${shown}${INTRODUCTION_LIMITS}${limits.join('\n')}`
}

function capabilities(): string {
  const rows: readonly (readonly [string, (channel: Channel) => string])[] = [
    ['options to tap in one message', channel => number(tapped(channel))],
    ['link buttons in one message', channel => number(CAPABILITIES[channel].linkButtons)],
    ['call buttons', channel => yes(CAPABILITIES[channel].callButtons)],
    ['cards in one message', channel => number(CAPABILITIES[channel].cards)],
    ['files', channel => CAPABILITIES[channel].media.join(', ') || 'as links'],
    ['registered templates', channel => yes(CAPABILITIES[channel].templates)],
    ['free messages after the customer wrote', channel => hours(CAPABILITIES[channel].windowHours)],
    ['shows that the bot is typing', channel => yes(CAPABILITIES[channel].typing)],
    ['says when a message was read', channel => yes(CAPABILITIES[channel].readReceipts)],
  ]
  return table(
    ['', ...CHANNELS.map(named)],
    rows.map(([what, of]) => [what, ...CHANNELS.map(of)]),
  )
}

function tapped(channel: Channel): number {
  const { replyButtons, list, quickReplies } = CAPABILITIES[channel]
  return replyButtons + list + quickReplies === 0 ? 0 : optionPageSize(channel)
}

function shownOn([what, message]: (typeof PROBES)[number]): readonly string[] {
  const cells = CHANNELS.map(channel => {
    const { degraded } = renderMessage(channel, message, { locale: 'en' })
    const sentences = new Set(degraded.map(({ message: sentence }) => withoutName(channel, sentence)))
    return [...sentences].join(' ') || '–'
  })
  return [what, ...cells]
}

/** A sentence in a column needs no name: “WhatsApp has no header here: it is …” is “it is …”. */
function withoutName(channel: Channel, sentence: string): string {
  const [, after = sentence] = sentence.split(': ')
  return after.startsWith(CHANNEL_NAMES[channel]) ? sentence : after
}

function limitsOf(channel: Channel): readonly Limit[] {
  return Object.entries(LIMITS).flatMap(([name, limit]) => (name.startsWith(`${channel}/`) ? [limit] : []))
}

function limitSection(channel: Channel): string {
  const rows = limitsOf(channel).map(({ what, max, unit, severity, source, checkedOn }) => [
    severity === 'warning' ? `${what} (warning)` : what,
    unit === 'items' ? number(max) : `${number(max)} ${unit}`,
    `[${new URL(source).hostname}](${source})`,
    checkedOn,
  ])
  return `### ${named(channel)}\n\n${table(['what', 'at most', 'source', 'date'], rows)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |\n`).join('')
}

function named(channel: Channel): string {
  return CHANNEL_NAMES[channel].replace(/^The w/, 'W')
}

function number(value: number): string {
  return value === 0 ? 'none' : Number.isFinite(value) ? value.toLocaleString('en') : 'any'
}

function yes(can: boolean): string {
  return can ? 'yes' : 'no'
}

function hours(value: number | null): string {
  return value === null ? 'always' : `${value} hours`
}
