import { hashOfAddress } from '../message/file-address.ts'
import { escapeMarkup } from '../message/markup.ts'
import type { Card, Media, Message, MessageButton, TemplateUse } from '../message/message.ts'
import type { Place, Report } from './report.ts'

const WEB_ADDRESS = /^https?:\/\/[^\s<>"\\]+$/i
const PHONE = /^\+\d{4,15}$/

/**
 * The message without addresses a customer's device must not open (`javascript:` and its kin): they become plain words
 * at the end of the text, and each is a problem. Places off the globe likewise.
 */
export function safeMessage(message: Message, report: Report): Message {
  const words: string[] = []
  const refuse = (place: Place, text: string) => {
    report.broken('message/unsafe-address', place)
    words.push(escapeMarkup(text))
  }
  const media = safeMedia(message.media, ['media'], refuse)
  const header = safeMedia(message.template?.header, ['template', 'header'], refuse)
  const buttons = safeButtons(message.buttons, ['buttons'], refuse)
  const cards = message.cards?.map((card, index) => safeCard(card, ['cards', index], refuse))
  const location = isOnGlobe(message.location) ? message.location : undefined
  if (message.location && !location) {
    report.broken('message/place-nowhere', ['location'])
    const { latitude, longitude, name = '', address = '' } = message.location
    words.push(escapeMarkup(`${name} ${address} ${latitude}, ${longitude}`.trim()))
  }
  if (words.length === 0) return message
  const { media: _media, location: _location, template, ...rest } = message
  return {
    ...rest,
    text: [message.text, ...words].filter(Boolean).join('\n\n'),
    ...(media ? { media } : {}),
    ...(location ? { location } : {}),
    ...(buttons ? { buttons } : {}),
    ...(cards ? { cards } : {}),
    ...(template ? { template: withHeader(template, header) } : {}),
  }
}

function withHeader({ header: _, ...template }: TemplateUse, header: Media | undefined): TemplateUse {
  return header ? { ...template, header } : template
}

type Refuse = (place: Place, text: string) => void

function safeMedia(media: Media | undefined, place: Place, refuse: Refuse): Media | undefined {
  if (!media) return undefined
  if ([media.url, media.poster ?? media.url].every(isSafe)) return media
  refuse(place, [media.name, media.alt, media.url, media.poster].filter(Boolean).join(' '))
  return undefined
}

function safeButtons(
  buttons: readonly MessageButton[] | undefined,
  place: Place,
  refuse: Refuse,
): readonly MessageButton[] | undefined {
  return buttons?.filter(({ kind, label, target }, index) => {
    const isSafe = kind === 'link' ? WEB_ADDRESS.test(target) : PHONE.test(target)
    if (!isSafe) refuse([...place, index], `${label}: ${target}`)
    return isSafe
  })
}

function safeCard(card: Card, place: Place, refuse: Refuse): Card {
  const { image, buttons, ...rest } = card
  const isShown = image === undefined || isSafe(image)
  if (!isShown) refuse([...place, 'image'], image)
  const safe = safeButtons(buttons, [...place, 'buttons'], refuse)
  return { ...rest, ...(isShown && image !== undefined ? { image } : {}), ...(safe ? { buttons: safe } : {}) }
}

/** The bot's own files are made addresses by whoever sends the message. */
function isSafe(address: string): boolean {
  return WEB_ADDRESS.test(address) || hashOfAddress(address) !== null
}

function isOnGlobe(place: Message['location']): boolean {
  return !place || (Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180)
}
