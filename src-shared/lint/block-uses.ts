import type { RecordId } from '../document/ids.ts'
import type { BlockNode } from './block-node.ts'

/** Which blocks choose a record, and which name a variable in a text or formula: whom a change there concerns. */
export class BlockUses {
  private readonly byRecord = new Map<RecordId, BlockNode[]>()
  private readonly byName = new Map<string, BlockNode[]>()
  /** Grows whenever anything here changes. */
  version = 0

  choosing(record: RecordId): readonly BlockNode[] {
    return this.byRecord.get(record) ?? NONE
  }

  naming(variable: string): readonly BlockNode[] {
    return this.byName.get(variable) ?? NONE
  }

  /** Every name that is used, with the blocks that use it. */
  names(): Iterable<[string, readonly BlockNode[]]> {
    return this.byName
  }

  add(node: BlockNode): void {
    this.version += 1
    for (const { id } of node.facts.references) if (id !== null) insert(this.byRecord, id, node)
    for (const name of node.facts.names) insert(this.byName, name, node)
  }

  remove(node: BlockNode): void {
    this.version += 1
    for (const { id } of node.facts.references) if (id !== null) erase(this.byRecord, id, node)
    for (const name of node.facts.names) erase(this.byName, name, node)
  }
}

const NONE: readonly BlockNode[] = []

function insert<Key>(index: Map<Key, BlockNode[]>, key: Key, node: BlockNode): void {
  const found = index.get(key)
  if (!found) index.set(key, [node])
  // What a block uses is added in one go, so it can only be the last one already.
  else if (found.at(-1) !== node) found.push(node)
}

function erase<Key>(index: Map<Key, BlockNode[]>, key: Key, node: BlockNode): void {
  const found = index.get(key)
  const at = found?.indexOf(node) ?? -1
  if (!found || at < 0) return
  if (found.length === 1) index.delete(key)
  else found.splice(at, 1)
}
