import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord } from '../document/records.ts'
import { factsOf, ReadFormulas } from './block-facts.ts'
import type { BlockSubject } from './block-subject.ts'
import type { BotWide } from './bot-wide.ts'

/** A block as it can be rehearsed: with what it refers to, and without where its edges lead. */
export function subjectOfBlock(document: BotDocument, block: BlockRecord, wide: BotWide): BlockSubject {
  const facts = factsOf(block, new ReadFormulas())
  const references = facts.references.map(fact => ({
    fact,
    record: fact.id === null ? undefined : document.get(fact.id),
    begins: false,
  }))
  return { block, facts, exits: [], references, wide }
}
