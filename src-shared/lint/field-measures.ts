import { CHANNEL_NAMES } from '../channels/channel.ts'
import { LIMITS, type Limit } from '../channels/limits.ts'
import { renderMessage } from '../channels/render.ts'
import type { Measure } from '../channels/report.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord } from '../document/records.ts'
import type { Channel } from '../document/settings.ts'
import type { BotWide } from './bot-wide.ts'
import { pathOfPlace } from './path-of-place.ts'
import { saidMessages } from './said-messages.ts'
import { subjectOfBlock } from './subject-of-block.ts'

/** How much of one limit of one channel a field of a block takes; the path leads into its data. */
export type FieldMeasure = Measure &
  Readonly<{
    channel: Channel
    channelName: string
    path: readonly (string | number)[]
    severity: 'error' | 'warning'
    /** What is wrong; null while it fits. */
    problem: string | null
  }>

/**
 * What the texts of a block take of the limits of the bot's channels in a language, with the longest values of their
 * variables, as the checks measure them (requirements.md NHN-34).
 */
export function fieldMeasures(
  document: BotDocument,
  block: BlockRecord,
  { locale, wide }: Readonly<{ locale: string; wide: BotWide }>,
): readonly FieldMeasure[] {
  const { channels = [] } = wide.settings
  if (channels.length === 0) return []
  const said = saidMessages(subjectOfBlock(document, block, wide), locale)
  return channels.flatMap(channel =>
    said(channel).flatMap(message => {
      const { measures, problems } = renderMessage(channel, message, { locale })
      return measures
        .filter(({ unit }) => unit !== 'items')
        .map(measure => {
          const { severity }: Limit = LIMITS[measure.limit]
          return {
            ...measure,
            channel,
            channelName: CHANNEL_NAMES[channel],
            path: pathOfPlace(block.data, measure.place, locale),
            severity,
            problem: problems.find(problem => problem.measure === measure)?.message ?? null,
          }
        })
    }),
  )
}

/** The measure that is nearest to its limit. */
export function tightest(measures: readonly FieldMeasure[]): FieldMeasure | null {
  return measures.reduce<FieldMeasure | null>(
    (best, measure) => (best === null || share(measure) > share(best) ? measure : best),
    null,
  )
}

function share({ value, max }: Measure): number {
  return value / max
}
