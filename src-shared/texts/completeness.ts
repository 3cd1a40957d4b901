import type { BotDocument } from '../document/bot-document.ts'
import type { BotDocRecord } from '../document/records.ts'
import { isWritten } from './text-fields.ts'
import { rowsOf } from './text-rows.ts'

type Counts = Readonly<{ all: number; by: ReadonlyMap<string, number> }>

const TYPES = ['block', 'bot', 'intent', 'faq', 'template', 'media'] as const
const counted = new WeakMap<BotDocRecord, Counts>()

/** How much of what is written in any language is written in each of the bot's, 0 to 1; 1 where nothing is yet. */
export function completeness(document: BotDocument): ReadonlyMap<string, number> {
  let all = 0
  const by = new Map<string, number>()
  for (const type of TYPES)
    for (const record of document.all(type)) {
      const counts = countsOf(record)
      all += counts.all
      for (const [locale, count] of counts.by) by.set(locale, (by.get(locale) ?? 0) + count)
    }
  const shareOf = (locale: string) => (all === 0 ? 1 : (by.get(locale) ?? 0) / all)
  return new Map(document.bot.locales.map(locale => [locale, shareOf(locale)] as const))
}

/** By record, so that an edit costs the records it changed. */
function countsOf(record: BotDocRecord): Counts {
  const known = counted.get(record)
  if (known) return known
  const by = new Map<string, number>()
  let all = 0
  for (const { field } of rowsOf(record)) {
    const written = Object.entries(field.texts).filter(([, text]) => isWritten(text))
    if (written.length > 0) all += 1
    for (const [locale] of written) by.set(locale, (by.get(locale) ?? 0) + 1)
  }
  const counts = { all, by }
  counted.set(record, counts)
  return counts
}
