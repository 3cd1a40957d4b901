import type { Channel } from '../channels/channel.ts'

type Writer = Readonly<{ bot: string; contact: string; channel: Channel }>

/** What contacts are called whose channel has assets: `<prefix>:<asset>:<user>`. */
const CHANNELS_OF_PREFIXES: Readonly<Record<string, Channel>> = {
  wa: 'whatsapp',
  fb: 'messenger',
  ig: 'instagram',
  sms: 'sms',
  hook: 'web',
}
const WITH_ASSET = /^(wa|fb|ig|sms|hook):([A-Za-z0-9._@+-]+):/

/**
 * The asset a contact writes on. A bot's web chat is one, and so is each channel that the signed API speaks for:
 * `web:<bot>`.
 */
export function assetOf({ bot, contact, channel }: Writer): string {
  return WITH_ASSET.exec(contact)?.[2] ?? `${channel}:${bot}`
}

/** The channel that is in the name of a contact. */
export function channelInContact(contact: string): Channel | null {
  if (contact.startsWith('web:')) return 'web'
  return CHANNELS_OF_PREFIXES[WITH_ASSET.exec(contact)?.[1] ?? ''] ?? null
}
