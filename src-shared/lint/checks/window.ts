import { CAPABILITIES } from '../../channels/capabilities.ts'
import { CHANNEL_NAMES } from '../../channels/channel.ts'
import type { BlockRecord, BotRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
import { windowedChannels } from '../windowed-channels.ts'

/**
 * Free text that may be said when a channel takes only templates, and templates where a channel has none
 * (late-blocks.ts; requirements.md KAL-04, D-23).
 */
export const checkWindow = botCheck(['bot', 'late'], ({ bot, late }) =>
  late.flatMap((block): readonly Finding[] => {
    if (block.kind === 'sendTemplate') return lateTemplate(bot, block)
    const words = unsaid('window/free-text', { block: named(block), ...takenBy(bot) })
    return [{ code: 'window/free-text', severity: 'error', ...words, record: block.id }]
  }),
)

/** Where there are no templates their text is sent, which comes too late as well. */
function lateTemplate(bot: BotRecord, block: BlockRecord): readonly Finding[] {
  const names = windowedChannels(bot)
    .filter(channel => !CAPABILITIES[channel].templates)
    .map(channel => CHANNEL_NAMES[channel])
  if (names.length === 0) return []
  const words = unsaid('window/template', { block: named(block), channels: names })
  return [{ code: 'window/template', severity: 'error', ...words, record: block.id }]
}

/** The channels that take a template then, and those that take nothing. */
function takenBy(bot: BotRecord): { templates: readonly string[]; nothing: readonly string[] } {
  const namesOf = (templates: boolean) =>
    windowedChannels(bot)
      .filter(channel => CAPABILITIES[channel].templates === templates)
      .map(channel => CHANNEL_NAMES[channel])
  return { templates: namesOf(true), nothing: namesOf(false) }
}
