/** The channels' names as people read them. */
export const channelNames = {
  web: 'The web page',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  sms: 'SMS',
} as const
