import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { canonicalJson } from '../../../src-shared/kit/canonical-json.ts'

/** All of a document that can be asked, as one text: its records by id, and what its indexes say of them. */
export function snapshot(document: BotDocument): string {
  const records = [...document.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const indexes = records.map(record => [
    record.id,
    record.type === 'flow' ? [...document.blocksOf(record.id).keys()].sort() : [],
    record.type === 'block'
      ? document
          .edgesFrom(record.id)
          .map(({ id }) => id)
          .sort()
      : [],
    record.type === 'block'
      ? document
          .edgesTo(record.id)
          .map(({ id }) => id)
          .sort()
      : [],
  ])
  const counts = (['flow', 'block', 'edge', 'variable', 'keyword'] as const).map(type => document.count(type))
  return canonicalJson({ records, indexes, counts })
}

/** A document of its own with the same records. */
export function copyOf(document: BotDocument): BotDocument {
  return BotDocument.of(document.values())
}

/** Ids for tests: letters that follow each other. */
export function counter(prefix = 'n'): () => string {
  let number = 0
  return () => `${prefix}${number++}`
}
