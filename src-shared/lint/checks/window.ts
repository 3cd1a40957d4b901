import { capitalBlockName } from '../../blocks/block-name.ts'
import { CAPABILITIES } from '../../channels/capabilities.ts'
import { CHANNEL_NAMES } from '../../channels/channel.ts'
import type { BlockRecord, BotRecord } from '../../document/records.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import { windowedChannels } from '../windowed-channels.ts'

/**
 * Free text that may be said when a channel takes only templates, and templates where a channel has none
 * (late-blocks.ts; requirements.md KAL-04, D-23).
 */
export const checkWindow = botCheck(['bot', 'late'], ({ bot, late }) =>
  late.flatMap((block): readonly Issue[] => {
    if (block.kind === 'sendTemplate') return lateTemplate(bot, block)
    const message = `${capitalBlockName(block)} may be said when the customer’s last message is 24 hours old, and then ${takenBy(bot)}.`
    return [{ code: 'window/free-text', severity: 'error', message, record: block.id }]
  }),
)

/** Where there are no templates their text is sent, which comes too late as well. */
function lateTemplate(bot: BotRecord, block: BlockRecord): readonly Issue[] {
  const names = windowedChannels(bot)
    .filter(channel => !CAPABILITIES[channel].templates)
    .map(channel => CHANNEL_NAMES[channel])
  if (names.length === 0) return []
  const takes = names.length > 1 ? 'take' : 'takes'
  const message = `${capitalBlockName(block)} may be sent when the customer’s last message is 24 hours old, and then ${names.join(' and ')} ${takes} nothing.`
  return [{ code: 'window/template', severity: 'error', message, record: block.id }]
}

function takenBy(bot: BotRecord): string {
  const all = windowedChannels(bot)
  const named = (templates: boolean, takes: string) => {
    const names = all.filter(channel => CAPABILITIES[channel].templates === templates)
    if (names.length === 0) return []
    return [
      `${names.map(channel => CHANNEL_NAMES[channel]).join(' and ')} ${names.length > 1 ? 'take' : 'takes'} ${takes}`,
    ]
  }
  return [...named(true, 'only a message template'), ...named(false, 'nothing')].join(', and ')
}
