import { delayMs } from '../blocks/delay.ts'
import type { Port } from '../blocks/kind.ts'
import { blockWaits } from '../blocks/kinds.ts'
import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockNode, Exit, Links } from './block-node.ts'

type Around = Readonly<{
  nodes: ReadonlyMap<BlockId, BlockNode>
  starts: ReadonlyMap<FlowId, BlockNode>
}>

/** Where a block leads by its exits at ports that exist, and by the blocks and flows it has chosen. */
export function linksOf({ block, facts, exits }: BlockNode, around: Around): Links {
  const { targets, isOpen } = waysOut(facts.ports, exits)
  const chosen = facts.references.length === 0 ? undefined : chosenWays(facts, targets, around)
  return {
    flow: block.flow,
    does: doesOf(block),
    pauseMs: block.kind === 'delay' ? delayMs(block.data as Parameters<typeof delayMs>[0]) : null,
    speaks: saysFreeText(block, facts),
    targets,
    isOpen,
    calledFlow: chosen?.calledFlow ?? null,
    calledStart: chosen?.calledStart,
    ways: chosen?.ways ?? targets,
  }
}

/** A port leads to one place (src-shared/document/integrity.ts), so those that are required can just be counted. */
function waysOut(ports: readonly Port[], exits: readonly Exit[]): Pick<Links, 'targets' | 'isOpen'> {
  let missing = 0
  for (const { required } of ports) if (required) missing += 1
  // Of the right length from the start: lists that grow are far longer in the end, and there are thousands.
  const targets = new Array<BlockNode>(exits.length)
  let count = 0
  for (const exit of exits) {
    exit.port = portNamed(exit.edge.port, ports)
    if (!exit.port || !exit.target) continue
    targets[count++] = exit.target
    if (exit.port.required) missing -= 1
  }
  targets.length = count
  return { targets, isOpen: missing > 0 }
}

function portNamed(id: string, ports: readonly Port[]): Port | undefined {
  for (const port of ports) if (port.id === id) return port
  return undefined
}

function doesOf(block: BlockNode['block']): Links['does'] {
  if (blockWaits(block)) return 'waits'
  if (block.kind === 'end') return block.data.mode === 'return' ? 'returns' : 'closes'
  return block.kind === 'goTo' ? 'jumps' : 'goesOn'
}

/** Of lists within, such as branches, the texts are labels or nothing that is said. */
function saysFreeText({ kind, data }: BlockNode['block'], facts: BlockNode['facts']): boolean {
  if (kind === 'sendTemplate') return false
  if (kind === 'language') return data.mode === 'ask'
  const family = facts.kind?.family
  if (family === 'say' || family === 'ask') return true
  for (const { path, texts } of facts.texts)
    if (path.length === 1) for (const locale in texts) if (texts[locale]?.trim() !== '') return true
  return false
}

function chosenWays(
  { references }: BlockNode['facts'],
  targets: readonly BlockNode[],
  { nodes, starts }: Around,
): Pick<Links, 'calledFlow' | 'calledStart' | 'ways'> {
  const ways = [...targets]
  let calledFlow: FlowId | null = null
  for (const { role, id } of references) {
    if (id === null || (role !== 'block' && role !== 'flow')) continue
    const target = role === 'block' ? nodes.get(id as BlockId) : starts.get(id as FlowId)
    if (role === 'flow') calledFlow ??= id as FlowId
    if (target) ways.push(target)
  }
  return { calledFlow, calledStart: calledFlow === null ? undefined : starts.get(calledFlow), ways }
}

/** Whether two links of one block lead the same ways, so that nothing about the paths of the bot has changed. */
export function sameLinks(a: Links, b: Links): boolean {
  return (
    a.flow === b.flow &&
    a.does === b.does &&
    a.pauseMs === b.pauseMs &&
    a.speaks === b.speaks &&
    a.isOpen === b.isOpen &&
    a.calledFlow === b.calledFlow &&
    a.calledStart === b.calledStart &&
    sameItems(a.targets, b.targets) &&
    sameItems(a.ways, b.ways)
  )
}

/** Whether two lists hold the very same items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}
