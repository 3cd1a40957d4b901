import { type Node, Position } from '@xyflow/react'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { Severity } from '../../src-shared/lint/issue.ts'
import { CARD } from './block-size.ts'
import type { PlacedBlock } from './placed-blocks.ts'

export type BlockData = Readonly<{
  block: PlacedBlock
  /** Ports that lead somewhere. */
  connected: ReadonlySet<string>
  isMainMenu: boolean
  isBreakpoint: boolean
  worst: Severity | null
  /** Open comments on it, or on the ways out of it. */
  comments: number
  glow: 'active' | 'path' | null
  /** Whether a test comes by; null while that is not shown. */
  covered: boolean | null
  /** An edge is being drawn that cannot end here. */
  refused: boolean
}>

/** What React Flow is given for a block that is near enough to be drawn as a card. */
export type BlockNode = Node<BlockData & Record<string, unknown>, 'block'>

type Look = Readonly<{ data: BlockData; x: number; y: number; selected: boolean }>

/**
 * React Flow's nodes, kept as long as nothing of them changes: it compares by identity. Size and handles are given, so
 * that nothing is measured when a block comes into view.
 */
export class BlockNodes {
  private known = new Map<BlockId, BlockNode>()

  of(blocks: Iterable<Look>): BlockNode[] {
    const nodes = new Map<BlockId, BlockNode>()
    for (const look of blocks) {
      const { id } = look.data.block.record
      const known = this.known.get(id)
      nodes.set(id, known && isSame(known, look) ? known : makeNode(look, known))
    }
    this.known = nodes
    return [...nodes.values()]
  }
}

function isSame(node: BlockNode, { data, x, y, selected }: Look): boolean {
  return (
    node.position.x === x && node.position.y === y && node.selected === selected && sameData(node.data, data)
  )
}

function sameData(a: BlockData, b: BlockData): boolean {
  return (
    a.block === b.block &&
    a.isMainMenu === b.isMainMenu &&
    a.isBreakpoint === b.isBreakpoint &&
    a.worst === b.worst &&
    a.comments === b.comments &&
    a.glow === b.glow &&
    a.covered === b.covered &&
    a.refused === b.refused &&
    a.connected.size === b.connected.size &&
    [...a.connected].every(port => b.connected.has(port))
  )
}

const HANDLE = 11

function makeNode({ data, x, y, selected }: Look, known: BlockNode | undefined): BlockNode {
  const { record, size, ports, hasInput } = data.block
  const handle = { width: HANDLE, height: HANDLE }
  const output = ports.map((port, index) => ({
    ...handle,
    id: port.id,
    type: 'source' as const,
    position: Position.Right,
    x: CARD.width - HANDLE / 2,
    y: (size.portY[index] ?? 0) - HANDLE / 2,
  }))
  const input = {
    ...handle,
    type: 'target' as const,
    position: Position.Left,
    x: -HANDLE / 2,
    y: size.inputY - HANDLE / 2,
  }
  return {
    id: record.id,
    type: 'block',
    position: { x, y },
    data: known && sameData(known.data, data) ? known.data : data,
    selected,
    width: CARD.width,
    height: size.height,
    measured: { width: CARD.width, height: size.height },
    handles: hasInput ? [input, ...output] : output,
  }
}
