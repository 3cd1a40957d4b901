import type { BlockNode } from './block-node.ts'
import type { FlowReturns } from './flow-returns.ts'
import { circlesFrom } from './strongly-connected.ts'

/** Blocks that can follow each other round and round without waiting for the customer (requirements.md NHN-15). */
export type AutomaticCircle = Readonly<{
  /** In the order of their ids. */
  members: readonly BlockNode[]
  /** Whether some way leads out of it; one without is endless for certain. */
  hasWayOut: boolean
  /** Whether each round is one more call to return from. */
  calls: boolean
}>

/**
 * The circles now, from those `before` and the blocks whose ways have changed since. A new circle goes through such a
 * block; an old one without any is still there, though it may be part of a larger one, which is then found again.
 */
export function automaticCircles(
  before: readonly AutomaticCircle[],
  changed: ReadonlySet<BlockNode>,
  { returns, has }: Readonly<{ returns: FlowReturns; has: (node: BlockNode) => boolean }>,
): readonly AutomaticCircle[] {
  const isBroken = ({ members }: AutomaticCircle) => members.some(node => changed.has(node))
  const broken = before.filter(isBroken).flatMap(({ members }) => members)
  const roots = [...changed, ...broken].filter(has)
  const { circles, seen } = circlesFrom(roots, node => automaticWays(node, returns))
  const again = new Set(seen)
  const kept = before.filter(circle => !isBroken(circle) && !circle.members.some(node => again.has(node)))
  const found = circles.map(members => circleOf(members, returns))
  return sorted([...kept, ...found])
}

/** The circles of a bot that was not looked at before. */
export function allCircles(nodes: Iterable<BlockNode>, returns: FlowReturns): readonly AutomaticCircle[] {
  const { circles } = circlesFrom(nodes, node => automaticWays(node, returns))
  return sorted(circles.map(members => circleOf(members, returns)))
}

function sorted(circles: AutomaticCircle[]): readonly AutomaticCircle[] {
  return circles.sort((a, b) => (firstId(a) < firstId(b) ? -1 : 1))
}

function circleOf(members: readonly BlockNode[], returns: FlowReturns): AutomaticCircle {
  const inside = new Set(members)
  return {
    members: [...members].sort((a, b) => (a.block.id < b.block.id ? -1 : 1)),
    hasWayOut: members.some(node => canLeave(node, inside, returns)),
    calls: members.some(({ links }) => links.calledStart !== undefined && inside.has(links.calledStart)),
  }
}

function firstId({ members }: AutomaticCircle): string {
  return members[0]?.block.id ?? ''
}

const NONE: readonly BlockNode[] = []

/** A call leads to what comes after it only when the called flow can come back without waiting. */
function automaticWays({ links }: BlockNode, { passes }: FlowReturns): readonly BlockNode[] {
  const { does, calledFlow, calledStart, ways } = links
  if (does === 'waits') return NONE
  const isHeld = calledStart !== undefined && calledFlow !== null && !passes.has(calledFlow)
  return isHeld ? [calledStart] : ways
}

/** The start of a called flow that always comes back is no way out of a circle around the call. */
function canLeave(node: BlockNode, inside: ReadonlySet<BlockNode>, returns: FlowReturns): boolean {
  const { isOpen, calledFlow, calledStart } = node.links
  if (isOpen) return true
  if (calledStart !== undefined && calledFlow !== null && returns.stays.has(calledFlow)) return true
  return automaticWays(node, returns).some(way => way !== calledStart && !inside.has(way))
}
