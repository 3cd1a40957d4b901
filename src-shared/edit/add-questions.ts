import type { BotDocument } from '../document/bot-document.ts'
import { newRecordId } from '../document/ids.ts'
import type { FaqRecord } from '../document/records.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

export type QuestionRow = Readonly<{ question: string; answer: string; topic: string }>

/**
 * Questions with their answers in one language, as one edit. A question the bot already knows gets the new answer,
 * and the new topic where one is given, so that a corrected list can be brought in again.
 */
export function addQuestions(
  document: BotDocument,
  rows: readonly QuestionRow[],
  locale: string,
  newId: () => string,
): { changes: Changes; added: number; changed: number } {
  const set = new ChangeSet(document)
  const known = new Map<string, FaqRecord>()
  for (const faq of document.all('faq'))
    for (const question of faq.questions[locale] ?? [])
      if (!known.has(keyOf(question))) known.set(keyOf(question), faq)
  const before = new Set([...known.values()].map(({ id }) => id))
  for (const { question, answer, topic } of rows) {
    const present = known.get(keyOf(question))
    const current = present && (set.get(present.id) as FaqRecord | undefined)
    const faq: FaqRecord = current
      ? { ...current, answer: { ...current.answer, [locale]: answer }, topic: topic || current.topic }
      : {
          id: newRecordId('faq', newId),
          type: 'faq',
          questions: { [locale]: [question] },
          answer: { [locale]: answer },
          topic,
        }
    if (current && faq.answer[locale] === current.answer[locale] && faq.topic === current.topic) continue
    known.set(keyOf(question), faq)
    set.put(faq)
  }
  const changes = set.done()
  const touched = Object.keys(changes)
  const changed = touched.filter(id => before.has(id as FaqRecord['id'])).length
  return { changes, added: touched.length - changed, changed }
}

function keyOf(question: string): string {
  return question.trim().replace(/\s+/g, ' ').toLowerCase()
}
