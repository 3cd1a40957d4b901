import type { Channel } from '../channels/channel.ts'

type Writer = Readonly<{ bot: string; contact: string; channel: Channel }>

/** Contacts of channels that have assets are called `<channel>:<asset>:<user>`. */
const WITH_ASSET = /^(?:wa|fb|ig|hook|sms):([A-Za-z0-9._@+-]+):/

/**
 * The asset a contact writes on. A bot's web chat is one, and so is each channel that the signed API speaks for:
 * `web:<bot>`.
 */
export function assetOf({ bot, contact, channel }: Writer): string {
  return WITH_ASSET.exec(contact)?.[1] ?? `${channel}:${bot}`
}
