import type { BotDocument } from '../document/bot-document.ts'
import { compareBots } from './compare-bots.ts'
import { partsOf } from './difference.ts'

/**
 * Which of some versions somebody's work most likely began from: the one it differs least from, and of several the first
 * given. Null where none is of the same bot. Cost: one comparison for each.
 */
export function nearestVersion<Version extends Readonly<{ document: BotDocument }>>(
  versions: Iterable<Version>,
  work: BotDocument,
): Version | null {
  let nearest: { version: Version; parts: number } | null = null
  for (const version of versions) {
    if (version.document.bot.id !== work.bot.id) continue
    const parts = partsOf(compareBots(version.document, work)).length
    if (parts < (nearest?.parts ?? Number.POSITIVE_INFINITY)) nearest = { version, parts }
  }
  return nearest?.version ?? null
}
