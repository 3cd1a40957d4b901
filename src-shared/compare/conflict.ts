import type { RecordType } from '../document/records.ts'
import type { Path } from './difference.ts'

export type Side = 'ours' | 'theirs'
export type Choice = Side | 'both'

/**
 * A place two people made something different of. It is a choice: the merged bot holds what is `chosen`, and each of
 * `choices` gives a bot that holds together.
 *
 * - `value`: both changed it; for the edge of a port, led it elsewhere
 * - `order`: both put the items of a list into another order
 * - `removed`: one took a record or an item away that the other changed, or newly relies on
 * - `record`: the two versions of a record cannot be joined, or both made one of this id
 * - `name`: both gave a variable this name; `path` holds it
 * - `unfit`: it does not fit what the other side made of its surroundings, so it is left out, or the other's version taken: nothing to choose
 */
export type Conflict = Readonly<{
  id: string
  is: 'value' | 'order' | 'removed' | 'record' | 'name' | 'unfit'
  type: RecordType
  /** The record's key: its id, `bot`, or `edge:BLOCK:PORT`. */
  record: string
  path: Path
  /** Of the place in the three versions; `undefined` is "not there". */
  base: unknown
  ours: unknown
  theirs: unknown
  choices: readonly Choice[]
  chosen: Choice
  /** Keys of the records that rely on what one side removed: left out, or emptied there, when it stays removed. */
  needs: readonly string[]
}>

export type MergeOptions = Readonly<{
  /** By the id of a conflict. */
  choices?: Readonly<Record<string, Choice>>
  /** For conflicts nobody has chosen for; `ours` unless it is said. */
  prefer?: Side
}>

export function otherSide(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours'
}
