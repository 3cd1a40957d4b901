import { parseRecord } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { withText } from './text-fields.ts'
import type { TextPlace } from './translation-marks.ts'

export type TextWrite = TextPlace & Readonly<{ text: string }>

/** Writes texts of any records in any of the bot's languages; all or none. `texts/unfit` where one is too long. */
export function setTexts(document: BotDocument, writes: readonly TextWrite[]): Result<Changes> {
  const set = new ChangeSet(document)
  const source = document.bot.locales[0]
  const touched = new Set<TextWrite['record']>()
  for (const write of writes) {
    const record = set.get(write.record)
    const changed = record && withText(record, write, source)
    if (!changed || changed === record) continue
    set.put(changed)
    touched.add(write.record)
  }
  for (const id of touched) {
    const read = parseRecord(set.get(id))
    if (!read.ok) return fault('texts/unfit', read.problems?.[0]?.message ?? read.message, read.problems)
  }
  return ok(set.done())
}
