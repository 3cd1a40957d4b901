import { readFileSync } from 'node:fs'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { IterationRecord } from '../../../src-shared/document/iteration.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'

/** The sample bot. */
export function casey(): BotDocument {
  const document = parseDocumentText(readFileSync('assets/samples/casey.json', 'utf8'))
  if (!document.ok) throw new Error(document.message)
  return document.value
}

/** The sample bot with one text changed, one block added and one moved. */
export function changedCasey(): BotDocument {
  const document = casey()
  const welcome = document.get('block_welcome' as never) as unknown as { data: { text: object } }
  const text = { ...welcome.data.text, en: 'Good day! I am Casey, the assistant of Case Hospital.' }
  document.put({ ...welcome, data: { ...welcome.data, text } } as unknown as BotDocRecord)
  document.put({ ...welcome, id: 'block_added', title: 'Added', y: 640 } as unknown as BotDocRecord)
  const again = document.get('block_again' as never) as unknown as { x: number }
  document.put({ ...again, x: again.x + 40 } as unknown as BotDocRecord)
  return document
}

/** The first pass of a review. */
export const PASS = {
  id: 'itr_1',
  type: 'iteration',
  number: 1,
  version: '0.1',
  hash: 'c'.repeat(64),
  at: 1000,
  by: { name: 'Ana' },
  note: 'The booking is new.',
  state: 'in-review',
} as unknown as IterationRecord

/** The changed bot as it is reviewed. */
export function submittedCasey(): BotDocument {
  const document = changedCasey()
  document.put(PASS)
  return document
}
