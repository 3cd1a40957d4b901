import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import { type BlockFacts, factsOf, type ReferenceFact } from './block-facts.ts'
import type { BotWide } from './bot-wide.ts'

export type Exit = Readonly<{ edge: EdgeRecord; target: BlockRecord | undefined }>
export type Reference = Readonly<{ fact: ReferenceFact; record: BotDocRecord | undefined }>

/**
 * All that the check of one block may look at. It holds no document, so what a check found stays true as long as
 * these very objects are the block's surroundings (see linter.ts).
 */
export type BlockSubject = Readonly<{
  block: BlockRecord
  facts: BlockFacts
  exits: readonly Exit[]
  references: readonly Reference[]
  wide: BotWide
}>

const NO_EXITS: readonly Exit[] = []
const NO_REFERENCES: readonly Reference[] = []

export function subjectOf(document: BotDocument, block: BlockRecord, wide: BotWide): BlockSubject {
  const facts = factsOf(block)
  const edges = document.edgesFrom(block.id)
  const exits =
    edges.size === 0
      ? NO_EXITS
      : Array.from(edges.values(), edge => ({ edge, target: document.get(edge.to) }))
  const references =
    facts.references.length === 0
      ? NO_REFERENCES
      : facts.references.map(fact => ({
          fact,
          record: fact.id === null ? undefined : document.get(fact.id as never),
        }))
  return { block, facts, exits, references, wide }
}

/** Whether `subject` is still all there is to say; costs as much as the block has neighbours. */
export function isCurrent(subject: BlockSubject, document: BotDocument, wide: BotWide): boolean {
  if (subject.wide !== wide) return false
  const { size } = document.edgesFrom(subject.block.id)
  if (size !== subject.exits.length) return false
  for (const { edge, target } of subject.exits)
    if (document.get(edge.id) !== edge || document.get(edge.to) !== target) return false
  for (const { fact, record } of subject.references)
    if (fact.id !== null && document.get(fact.id as never) !== record) return false
  return true
}
