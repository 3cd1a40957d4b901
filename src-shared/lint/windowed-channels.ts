import { CAPABILITIES } from '../channels/capabilities.ts'
import { CHANNEL_NAMES } from '../channels/channel.ts'
import type { BotRecord } from '../document/records.ts'
import type { Channel } from '../document/settings.ts'

/** The bot's channels that refuse free text when the customer's last message is older than a day (NHN-40). */
export function windowedChannels({ settings }: Pick<BotRecord, 'settings'>): readonly Channel[] {
  return (settings?.channels ?? []).filter(channel => CAPABILITIES[channel].windowHours !== null)
}

/** Their names. */
export function windowedNames(bot: Pick<BotRecord, 'settings'>): readonly string[] {
  return windowedChannels(bot).map(channel => CHANNEL_NAMES[channel])
}
