import { mapLink } from '../../src-shared/channels/map-link.ts'
import { Report } from '../../src-shared/channels/report.ts'
import { safeMessage } from '../../src-shared/channels/safe-message.ts'
import { withoutBlanks } from '../../src-shared/channels/without-blanks.ts'
import { type MarkupNode, parseMarkup } from '../../src-shared/message/markup.ts'
import type {
  ContactCard,
  Media,
  Message,
  MessageButton,
  MessageOption,
  Place,
} from '../../src-shared/message/message.ts'
import { openAddresses } from '../../src-shared/message/open-addresses.ts'
import type { Transcript } from '../../src-shared/publish/conversation-protocol.ts'

type Entry = Transcript['messages'][number]
type Text = readonly MarkupNode[]

/**
 * A message as the chat page is given it. Texts with formatting are trees, so that the page makes elements of them and
 * never reads HTML; every address can be opened.
 */
export type ChatMessage = Omit<Entry, 'content'> & Readonly<{ shown: ChatParts | null }>

export type ChatParts = Readonly<{
  header?: Text
  body?: Text
  footer?: Text
  media?: readonly Media[]
  buttons?: readonly MessageButton[]
  cards?: readonly ChatCard[]
  location?: Place & Readonly<{ map: string }>
  contact?: ContactCard
  asks?: 'location' | 'file'
}>

type ChatCard = Readonly<{
  title: Text
  subtitle?: Text
  image?: string
  buttons?: readonly MessageButton[]
  options?: readonly MessageOption[]
}>

type Sent = Readonly<{
  location?: Place
  files?: readonly Readonly<{ kind: Media['kind']; url: string; name: string }>[]
}>

/** A place and files that a person sent; files are here, whatever the engine was called when they came. */
function shownOf({ location, files }: Sent): ChatParts | null {
  if (location) return { location: placeOf(location) }
  if (!files) return null
  const media = files.map(({ kind, url, name }) => {
    const here = /\/media\/[0-9a-f]{64}$/.exec(url)?.[0] ?? url
    return { kind, url: here, ...(name === '' ? {} : { name }) }
  })
  return { media }
}

/** What people wrote is shown as it is; what the bot says has formatting and parts (requirements.md NHN-11, NHN-23). */
export function chatMessage({ content, ...entry }: Entry): ChatMessage {
  const parts = (content ?? {}) as Partial<Message>
  if (entry.from === 'bot') return { ...entry, shown: partsOf({ ...parts, text: entry.text }) }
  // The text of an agent is plain and stands beside the file.
  if (entry.from === 'agent') {
    const { media } = parts
    return { ...entry, shown: media ? partsOf({ text: '', media }) : null }
  }
  return { ...entry, shown: shownOf((content ?? {}) as Sent) }
}

function partsOf(message: Message): ChatParts {
  const safe = openAddresses(safeMessage(withoutBlanks(message), new Report('web')), hash => `/media/${hash}`)
  const { header, text, footer, media, template, buttons, cards, location, contact, asks } = safe
  // A template is its text here, with the file of its header.
  const files = [template?.header, media].filter(file => file !== undefined)
  return {
    ...(header ? { header: parseMarkup(header) } : {}),
    ...(text ? { body: parseMarkup(text) } : {}),
    ...(footer ? { footer: parseMarkup(footer) } : {}),
    ...(files.length > 0 ? { media: files } : {}),
    ...(buttons?.length ? { buttons } : {}),
    ...(cards?.length ? { cards: cards.map(cardOf) } : {}),
    ...(location ? { location: placeOf(location) } : {}),
    ...(contact ? { contact } : {}),
    ...(asks ? { asks } : {}),
  }
}

function cardOf({ title, subtitle, ...rest }: NonNullable<Message['cards']>[number]): ChatCard {
  return { title: parseMarkup(title), ...(subtitle ? { subtitle: parseMarkup(subtitle) } : {}), ...rest }
}

function placeOf(place: Place): NonNullable<ChatParts['location']> {
  return { ...place, map: mapLink(place) }
}
