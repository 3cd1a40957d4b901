import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { fieldPlan, visitFields } from '../../src-shared/document/fields.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'

/** The texts of one block: how many there are in any language, and in each. */
type Counts = Readonly<{ all: number; by: ReadonlyMap<string, number> }>

/** By record, so that an edit costs the blocks it changed. */
const counted = new WeakMap<BlockRecord, Counts>()

/** How much of what the bot says is written in each of its languages, 0 to 1; 1 where nothing is said yet. */
export function translationShares(document: BotDocument): ReadonlyMap<string, number> {
  let all = 0
  const by = new Map<string, number>()
  for (const block of document.all('block')) {
    const counts = countsOf(block)
    all += counts.all
    for (const [locale, count] of counts.by) by.set(locale, (by.get(locale) ?? 0) + count)
  }
  return new Map(
    document.bot.locales.map(locale => [locale, all === 0 ? 1 : (by.get(locale) ?? 0) / all] as const),
  )
}

function countsOf(block: BlockRecord): Counts {
  const known = counted.get(block)
  if (known) return known
  const kind = kindNamed(block.kind)
  const by = new Map<string, number>()
  let all = 0
  if (kind)
    visitFields(fieldPlan(kind.schema), block.data, ({ role, value }) => {
      if (role !== 'text') return
      const written = Object.entries((value ?? {}) as Record<string, string>).filter(
        ([, text]) => text !== '',
      )
      if (written.length > 0) all += 1
      for (const [locale] of written) by.set(locale, (by.get(locale) ?? 0) + 1)
    })
  const counts = { all, by }
  counted.set(block, counts)
  return counts
}
