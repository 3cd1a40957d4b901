import { isIntegration } from '../blocks/is-integration.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import { factsOf, ReadFormulas } from './block-facts.ts'
import { BlockNode, takesInput } from './block-node.ts'
import { BlockUses } from './block-uses.ts'
import { sameItems } from './links.ts'

/** Blocks of these sorts are asked for again and again, and are few. */
const GROUPS = {
  entries: ({ kind }: BlockRecord) => kind === 'entry',
  menus: ({ kind }: BlockRecord) => kind === 'menu',
  /** Handovers, and messages that hand over (requirements.md CM-04). */
  handovers: (block: BlockRecord) => block.kind === 'handover' || isLivechat(block),
  /** requirements.md KAL-08. */
  integrations: isIntegration,
} as const
export type BlockGroup = keyof typeof GROUPS
const GROUP_NAMES = Object.keys(GROUPS) as BlockGroup[]

/**
 * The blocks of a bot with their facts, and who uses what; kept record by record. At first nothing is read: `read` is
 * called for each block when its turn comes.
 */
export class BlockStore {
  readonly nodes = new Map<BlockId, BlockNode>()
  /** In the order of their ids. */
  readonly ordered: BlockNode[] = []
  /** Each in the order of ids too. */
  readonly groups: Readonly<Record<BlockGroup, BlockNode[]>> = {
    entries: [],
    menus: [],
    handovers: [],
    integrations: [],
  }
  readonly uses = new BlockUses()
  private readonly formulas = new ReadFormulas()

  constructor(document: BotDocument) {
    for (const block of document.all('block')) this.ordered.push(this.made(block))
    this.ordered.sort((a, b) => (a.block.id < b.block.id ? -1 : 1))
    for (const name of GROUP_NAMES)
      this.groups[name].push(...this.ordered.filter(({ block }) => GROUPS[name](block)))
  }

  read(node: BlockNode): void {
    node.facts = factsOf(node.block, this.formulas)
    this.uses.add(node)
  }

  add(block: BlockRecord): BlockNode {
    const node = this.made(block)
    this.read(node)
    insert(this.ordered, node)
    for (const name of GROUP_NAMES) if (GROUPS[name](block)) insert(this.groups[name], node)
    return node
  }

  /** Takes a changed record; its facts are only read again when its data is another object. */
  change(node: BlockNode, block: BlockRecord): void {
    const before = node.block
    node.block = block
    node.hasInput = takesInput(block)
    if (before.title !== block.title || before.kind !== block.kind) node.lost = null
    if (before.flow !== block.flow) this.uses.version += 1
    if (before.data === block.data && before.kind === block.kind) return
    for (const name of GROUP_NAMES) {
      if (GROUPS[name](before)) erase(this.groups[name], node)
      if (GROUPS[name](block)) insert(this.groups[name], node)
    }
    const facts = factsOf(block, this.formulas)
    const isSame = sameItems(facts.names, node.facts.names) && sameItems(chosen(facts), chosen(node.facts))
    if (!isSame) this.uses.remove(node)
    node.facts = facts
    if (!isSame) this.uses.add(node)
  }

  remove(node: BlockNode): void {
    this.nodes.delete(node.block.id)
    erase(this.ordered, node)
    for (const name of GROUP_NAMES) if (GROUPS[name](node.block)) erase(this.groups[name], node)
    this.uses.remove(node)
  }

  has(node: BlockNode): boolean {
    return this.nodes.get(node.block.id) === node
  }

  private made(block: BlockRecord): BlockNode {
    const node = new BlockNode(block)
    this.nodes.set(block.id, node)
    return node
  }
}

/** A message that hands over, or may when its places are filled in (requirements.md CM-04). */
function isLivechat({ kind, data }: BlockRecord): boolean {
  const additions = data.additions as readonly { key: string; value: string }[] | undefined
  return (
    kind === 'message' &&
    (additions ?? []).some(({ key, value }) => key === 'livechat' && /^\s*true\s*$|\{\{/i.test(value))
  )
}

function insert(ordered: BlockNode[], node: BlockNode): void {
  ordered.splice(placeOf(ordered, node.block.id), 0, node)
}

function erase(ordered: BlockNode[], node: BlockNode): void {
  ordered.splice(placeOf(ordered, node.block.id), 1)
}

/** Where a block with this id is among others in the order of their ids, or would be. */
function placeOf(ordered: readonly BlockNode[], id: BlockId): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordered[middle]?.block.id ?? id) < id) low = middle + 1
    else high = middle
  }
  return low
}

function chosen({ references }: BlockNode['facts']): readonly unknown[] {
  return references.map(({ id }) => id)
}
