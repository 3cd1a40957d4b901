import { hashOfAddress } from './file-address.ts'
import type { Media, Message } from './message.ts'

/** The message with the addresses of its own files as `open` makes them, for a host that can serve them. */
export function openAddresses(message: Message, open: (hash: string) => string): Message {
  const { media, cards, template } = message
  if (!media && !cards && !template?.header) return message
  const opened = (address: string) => {
    const hash = hashOfAddress(address)
    return hash === null ? address : open(hash)
  }
  const openedMedia = (file: Media): Media => ({
    ...file,
    url: opened(file.url),
    ...(file.poster === undefined ? {} : { poster: opened(file.poster) }),
  })
  return {
    ...message,
    ...(media ? { media: openedMedia(media) } : {}),
    ...(cards
      ? { cards: cards.map(card => (card.image ? { ...card, image: opened(card.image) } : card)) }
      : {}),
    ...(template?.header ? { template: { ...template, header: openedMedia(template.header) } } : {}),
  }
}
