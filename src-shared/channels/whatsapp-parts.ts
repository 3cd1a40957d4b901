import { assertNever } from '../kit/assert-never.ts'
import type { ContactCard, Media, Place } from '../message/message.ts'
import type { WhatsappContent, WhatsappFile, WhatsappHeader } from './whatsapp-payload.ts'

/** A file as a message of its own, with a text under it if there is one. */
export function fileOf(media: Media, caption?: string): WhatsappContent {
  const file = { ...linkOf(media), ...(caption ? { caption } : {}) }
  switch (media.kind) {
    case 'image':
      return { type: 'image', image: file }
    case 'video':
      return { type: 'video', video: file }
    case 'audio':
      return { type: 'audio', audio: file }
    case 'document':
    case 'stream':
      return { type: 'document', document: file }
    default:
      return assertNever(media.kind)
  }
}

/** A file as the header of buttons or of a template, for the kinds that can be one. */
export function headerOf(media: Media | undefined): WhatsappHeader | undefined {
  switch (media?.kind) {
    case 'image':
      return { type: 'image', image: linkOf(media) }
    case 'video':
      return { type: 'video', video: linkOf(media) }
    case 'document':
      return { type: 'document', document: linkOf(media) }
    default:
      return undefined
  }
}

function linkOf({ kind, url, name }: Media): WhatsappFile {
  return { link: url, ...(kind === 'document' && name ? { filename: name } : {}) }
}

export function locationOf(place: Place): WhatsappContent {
  const { latitude, longitude, name, address } = place
  return {
    type: 'location',
    location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) },
  }
}

export function contactOf({ name, phone, email, organisation }: ContactCard): WhatsappContent {
  return {
    type: 'contacts',
    contacts: [
      {
        name: { formatted_name: name.trim() || phone, first_name: name.trim() || phone },
        phones: [{ phone }],
        ...(email ? { emails: [{ email }] } : {}),
        ...(organisation ? { org: { company: organisation } } : {}),
      },
    ],
  }
}
