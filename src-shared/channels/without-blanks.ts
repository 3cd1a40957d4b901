import type { Card, Message, MessageOption } from '../message/message.ts'

/** The message without optional texts of blanks alone, which channels refuse; a text of blanks is empty. */
export function withoutBlanks(message: Message): Message {
  const { options, cards, media, location, contact, ...rest } = dropped(message, [
    'header',
    'footer',
    'listTitle',
  ])
  return {
    ...rest,
    text: message.text.trim() === '' ? '' : message.text,
    ...(options ? { options: options.map(ofOption) } : {}),
    ...(cards ? { cards: cards.map(ofCard) } : {}),
    ...(media ? { media: dropped(media, ['name', 'alt']) } : {}),
    ...(location ? { location: dropped(location, ['name', 'address']) } : {}),
    ...(contact ? { contact: dropped(contact, ['email', 'organisation']) } : {}),
  }
}

function ofOption(option: MessageOption): MessageOption {
  return dropped(option, ['description'])
}

function ofCard(card: Card): Card {
  const { options, ...rest } = dropped(card, ['subtitle'])
  return options ? { ...rest, options: options.map(ofOption) } : rest
}

function dropped<T extends object>(value: T, names: readonly (keyof T)[]): T {
  const isBlank = (name: keyof T) => {
    const text = value[name]
    return typeof text === 'string' && text.trim() === ''
  }
  if (!names.some(isBlank)) return value
  const kept = Object.entries(value).filter(
    ([name]) => !names.includes(name as keyof T) || !isBlank(name as keyof T),
  )
  return Object.fromEntries(kept) as T
}
