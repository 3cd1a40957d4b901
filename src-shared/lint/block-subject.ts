import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import { type BlockFacts, factsOf, type ReadSources, type ReferenceFact } from './block-facts.ts'
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

type Known = Readonly<{ wide: BotWide; before: BlockSubject | undefined; sources: ReadSources }>

/** The surroundings of a block as they are now; facts of the very same record are taken from `before`. */
export function subjectOf(
  document: BotDocument,
  block: BlockRecord,
  { wide, before, sources }: Known,
): BlockSubject {
  const facts = before?.block === block ? before.facts : factsOf(block, sources)
  return { block, facts, exits: exitsOf(document, block), references: referencesOf(document, facts), wide }
}

function exitsOf(document: BotDocument, block: BlockRecord): readonly Exit[] {
  const edges = document.edgesFrom(block.id)
  if (edges.size === 0) return NO_EXITS
  const exits: Exit[] = []
  for (const edge of edges.values()) exits.push({ edge, target: document.get(edge.to) })
  return exits
}

function referencesOf(document: BotDocument, { references }: BlockFacts): readonly Reference[] {
  if (references.length === 0) return NO_REFERENCES
  return references.map(fact => ({
    fact,
    record: fact.id === null ? undefined : document.get(fact.id as never),
  }))
}

/** Whether `subject` is still all there is to say of `block`; costs as much as the block has neighbours. */
export function isCurrent(
  subject: BlockSubject,
  document: BotDocument,
  block: BlockRecord,
  wide: BotWide,
): boolean {
  if (subject.block !== block || subject.wide !== wide) return false
  const edges = document.edgesFrom(block.id)
  if (edges.size !== subject.exits.length) return false
  for (const { edge, target } of subject.exits)
    if (edges.get(edge.id) !== edge || document.get(edge.to) !== target) return false
  for (const { fact, record } of subject.references)
    if (fact.id !== null && document.get(fact.id as never) !== record) return false
  return true
}
