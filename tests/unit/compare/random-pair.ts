import fc from 'fast-check'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { randomRecords } from '../edit/random-bot.ts'
import { changesOf, type Gesture, gestures } from '../edit/random-edits.ts'
import { copyOf, counter } from '../edit/snapshot.ts'

const several = fc.array(gestures, { maxLength: 10 })

/** A bot, and what two people made of it at the same time. */
export const randomTriples = fc
  .record({ records: randomRecords, ours: several, theirs: several })
  .map(({ records, ours, theirs }) => {
    const base = read(BotDocument.of(records))
    return { base, ours: edited(base, ours, 'a'), theirs: edited(base, theirs, 'b') }
  })

/** The document after these gestures, as it comes out of a file. */
export function edited(base: BotDocument, all: readonly Gesture[], prefix: string): BotDocument {
  const document = copyOf(base)
  const newId = counter(prefix)
  for (const gesture of all) {
    const applied = applyChanges(document, changesOf(document, gesture, newId))
    if (!applied.ok) throw new Error(applied.message)
  }
  return read(document)
}

function read(document: BotDocument): BotDocument {
  const parsed = parseDocument(JSON.parse(JSON.stringify(documentToJson(document))))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
