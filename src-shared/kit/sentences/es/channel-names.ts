import type { channelNames } from '../en/channel-names.ts'

/** The channels' names as people read them, without an article. */
export const canales: Readonly<Record<keyof typeof channelNames, string>> = {
  web: 'página web',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  sms: 'SMS',
}
