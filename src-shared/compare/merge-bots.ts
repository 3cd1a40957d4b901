import { BotDocument } from '../document/bot-document.ts'
import type { Conflict, MergeOptions } from './conflict.ts'
import { Mending } from './mend-merge.ts'
import { mergeEdgeIds, mergeVariableNames } from './merge-names.ts'
import { type Contested, MergePass, triosOf, type Versions } from './merge-records.ts'

/** A bot that holds together whatever is chosen, and all places where there was something to choose. */
export type Merge = Readonly<{ merged: BotDocument; conflicts: readonly Conflict[] }>

/**
 * Joins what two people made of one bot (requirements.md KAL-07): by record, by field, by language of a text, by item
 * of a list, each with its order. What only one changed is taken; what both changed is a conflict, and the merged bot
 * holds what is chosen there, else what is preferred. Merging again with choices may bring up conflicts that follow
 * from them. The two sides are alike: changing them over, with the opposite preference, gives the same bot. Where both
 * moved a block, it stands where the preferred side put it; that is no conflict.
 */
export function mergeBots(
  base: BotDocument,
  ours: BotDocument,
  theirs: BotDocument,
  options: MergeOptions = {},
): Merge {
  const versions: Versions = { base, ours, theirs }
  const trios = triosOf(versions)
  const contested: Contested = new Map()
  for (;;) {
    const pass = new MergePass(trios, options, contested)
    // Each round contests something new, so this ends.
    if (new Mending(pass, versions, contested, options).foundMore) continue
    mergeVariableNames(pass)
    mergeEdgeIds(pass)
    const records = [...pass.merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { merged: BotDocument.of(records), conflicts: [...pass.conflicts.values()] }
  }
}
