import type { FlowId } from '../document/ids.ts'
import type { BlockNode } from './block-node.ts'
import type { BlockSubject, Reference } from './block-subject.ts'
import type { BotMemory } from './bot-memory.ts'

const NO_REFERENCES: readonly Reference[] = []

/** The surroundings of a block as they are now. */
export function subjectOf({ block, facts, exits }: BlockNode, memory: BotMemory): BlockSubject {
  return { block, facts, exits, references: referencesOf(facts, memory), wide: memory.wide }
}

function referencesOf(
  { references }: BlockNode['facts'],
  { document, paths }: BotMemory,
): readonly Reference[] {
  if (references.length === 0) return NO_REFERENCES
  return references.map(fact => ({
    fact,
    record: fact.id === null ? undefined : document.get(fact.id),
    begins: fact.role === 'flow' && fact.id !== null && paths.starts.has(fact.id as FlowId),
  }))
}
