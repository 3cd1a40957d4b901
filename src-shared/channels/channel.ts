import { channelNames } from '../kit/sentences/en/channel-names.ts'

/** Where a bot talks (requirements.md NHN-34). Other connectors speak the shape of `web`. */
export const CHANNELS = ['web', 'whatsapp', 'messenger', 'instagram', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** The channels' names as people read them. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = channelNames
