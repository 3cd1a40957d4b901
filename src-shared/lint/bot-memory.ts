import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, RecordId } from '../document/ids.ts'
import type { BlockRecord, EdgeRecord, VariableRecord } from '../document/records.ts'
import type { Change, Changes } from '../edit/edit.ts'
import type { BlockNode } from './block-node.ts'
import { BlockStore } from './block-store.ts'
import { BotPaths } from './bot-paths.ts'
import { type BotWide, botWideOf, NO_SETTINGS } from './bot-wide.ts'
import type { InSteps } from './in-steps.ts'
import { sameItems } from './links.ts'

/** Which blocks must be linked and checked again because of an edit. */
type Concerned = Readonly<{ relink: Set<BlockNode>; recheck: Set<BlockNode>; removed: Set<BlockNode> }>

/**
 * What the checks know of the blocks of one bot between two edits. What an edit costs depends on what it changes, but
 * for one walk over the bot when blocks lead elsewhere.
 */
export class BotMemory {
  readonly document: BotDocument
  readonly store: BlockStore
  readonly paths: BotPaths
  wide: BotWide

  constructor(document: BotDocument) {
    this.document = document
    this.wide = botWideOf(document)
    this.store = new BlockStore(document)
    this.paths = new BotPaths(document, this.store)
  }

  /** Reads the whole bot for the first time, and calls `visit` for each block as soon as it can be checked. Stops now and then. */
  *readAll(visit: (node: BlockNode) => void): InSteps<void> {
    let read = 0
    for (const node of this.store.ordered) {
      this.store.read(node)
      this.paths.link(node)
      visit(node)
      read += 1
      if (read % BLOCKS_AT_ONCE === 0) yield
    }
    this.paths.follow()
  }

  /** Takes in what has changed in the document since, and gives the blocks that must be checked again. */
  take(changes: Changes): Iterable<BlockNode> {
    const concerned: Concerned = { relink: new Set(), recheck: new Set(), removed: new Set() }
    const all = Object.entries(changes) as [RecordId, Change][]
    for (const [id, change] of all) if (change.before !== change.after) this.takeRecord(id, change, concerned)
    if (all.some(([, change]) => isOf('entry', change)))
      for (const flow of this.paths.findStarts()) this.concernUsers(flow, concerned)
    for (const node of concerned.removed) {
      concerned.relink.delete(node)
      concerned.recheck.delete(node)
    }
    this.paths.relink(concerned.relink, concerned.removed)
    const speaks = this.speaksOtherwise()
    if (!speaks && !all.some(([, { before, after }]) => (after ?? before)?.type === 'variable'))
      return concerned.recheck
    this.wide = botWideOf(this.document)
    if (speaks) return this.store.ordered
    this.concernGuesses(concerned)
    return concerned.recheck
  }

  private takeRecord(id: RecordId, change: Change, concerned: Concerned): void {
    switch ((change.after ?? change.before)?.type) {
      case 'block':
        this.takeBlock(id as BlockId, concerned)
        break
      case 'edge':
        for (const edge of [change.before, change.after] as (EdgeRecord | null)[])
          if (edge) this.concern(this.store.nodes.get(edge.from), concerned)
        break
      case 'variable':
        for (const variable of [change.before, change.after] as (VariableRecord | null)[])
          if (variable) for (const node of this.store.uses.naming(variable.name)) concerned.recheck.add(node)
        this.concernUsers(id, concerned)
        break
      default:
        this.concernUsers(id, concerned)
    }
  }

  private takeBlock(id: BlockId, concerned: Concerned): void {
    const known = this.store.nodes.get(id)
    const before = known?.block
    const after = this.document.get(id)
    if (known && after) {
      this.store.change(known, after)
      if (isOnlyMoved(known.block, before)) return
      this.concern(known, concerned)
    } else if (after) this.concern(this.store.add(after), concerned)
    else if (known) {
      this.store.remove(known)
      concerned.removed.add(known)
    }
    if (before?.title === after?.title && before?.kind === after?.kind) return
    this.concernUsers(id, concerned)
    for (const edge of this.document.edgesTo(id)) this.concern(this.store.nodes.get(edge.from), concerned)
  }

  /** Whether what every block is checked against has changed: the languages, or the settings of the bot. */
  private speaksOtherwise(): boolean {
    const { locales, settings } = this.document.bot
    return (settings ?? NO_SETTINGS) !== this.wide.settings || !sameItems(locales, this.wide.locales)
  }

  private concern(node: BlockNode | undefined, { relink, recheck }: Concerned): void {
    if (!node) return
    relink.add(node)
    recheck.add(node)
  }

  private concernUsers(id: RecordId, concerned: Concerned): void {
    for (const node of this.store.uses.choosing(id)) this.concern(node, concerned)
  }

  /** For a name that does not exist the checks propose one that does: a new one may be nearer. */
  private concernGuesses({ recheck }: Concerned): void {
    for (const [name, nodes] of this.store.uses.names())
      if (!this.wide.variables.has(name)) for (const node of nodes) recheck.add(node)
  }
}

/** A millisecond or two. */
const BLOCKS_AT_ONCE = 64

/** Its place on the canvas is of no concern to any check. */
function isOnlyMoved(block: BlockRecord, before: BlockRecord | undefined): boolean {
  return (
    block.data === before?.data &&
    block.title === before.title &&
    block.kind === before.kind &&
    block.flow === before.flow
  )
}

function isOf(kind: string, { before, after }: Change): boolean {
  return (
    (before?.type === 'block' && before.kind === kind) || (after?.type === 'block' && after.kind === kind)
  )
}
