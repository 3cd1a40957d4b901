import type { BlockId, GroupId } from '../../../src-shared/document/ids.ts'
import { CARD } from '../block-size.ts'
import type { Point } from '../edge-path.ts'
import type { PlacedBlock } from '../placed-blocks.ts'
import { around, FRAME_PADDING } from '../placed-groups.ts'

/** What ELK is given and gives back, as far as it is used (https://eclipse.dev/elk/documentation). */
export type LayoutNode = {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  ports?: readonly Readonly<{
    id: string
    x: number
    y: number
    width: 0
    height: 0
    layoutOptions: Options
  }>[]
  children?: LayoutNode[]
  edges?: readonly Readonly<{ id: string; sources: [string]; targets: [string] }>[]
  layoutOptions?: Options
}

type Options = Readonly<Record<string, string>>

export type Arrangement = Readonly<{
  /** In the order a customer may meet them: where the layout is free, it keeps to it. */
  blocks: readonly PlacedBlock[]
  /** Edges among them: from a port of one to another. */
  edges: readonly Readonly<{ from: BlockId; port: string; to: BlockId }>[]
  /** Groups whose blocks are all among them; each is laid out as one thing. */
  groups: readonly Readonly<{ id: GroupId; blocks: readonly BlockId[] }>[]
}>

/** From left to right in layers, the ports of a block in their order, unconnected parts below each other. */
const OPTIONS: Options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': '48',
  'elk.spacing.componentComponent': '96',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
}

/**
 * Keeps to the order of the blocks where the layout is free. Only without groups: elkjs 0.12 fails on some graphs that
 * have both.
 */
const IN_ORDER: Options = {
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
}

const WITH_GROUPS: Options = { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }

/** For large ones: 3,000 blocks in order take minutes, like this seconds. */
const QUICK: Options = {
  'elk.layered.thoroughness': '1',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.crossingMinimization.greedySwitchHierarchical.type': 'OFF',
}

const LARGE = 500

const TITLE = 32
const PADDING: Options = {
  'elk.padding': `[left=${FRAME_PADDING},top=${FRAME_PADDING + TITLE},right=${FRAME_PADDING},bottom=${FRAME_PADDING}]`,
}

/** The graph that is laid out. */
export function layoutGraph({ blocks, edges, groups }: Arrangement): LayoutNode {
  const nodes = new Map(blocks.map(block => [block.record.id, nodeOf(block)]))
  const options = {
    ...OPTIONS,
    ...(blocks.length > LARGE ? QUICK : {}),
    ...(groups.length > 0 ? WITH_GROUPS : blocks.length > LARGE ? {} : IN_ORDER),
  }
  const inGroup = new Set(groups.flatMap(group => group.blocks))
  const frames = groups.map(group => ({
    id: group.id,
    layoutOptions: { ...options, ...PADDING },
    children: blocks.flatMap(({ record: { id } }) =>
      group.blocks.includes(id) ? (nodes.get(id) ?? []) : [],
    ),
  }))
  return {
    id: 'flow',
    layoutOptions: options,
    children: [...[...nodes].flatMap(([id, node]) => (inGroup.has(id) ? [] : node)), ...frames],
    edges: edges
      .filter(({ from, to }) => from !== to && nodes.has(from) && nodes.has(to))
      .map(({ from, port, to }) => ({
        id: `${from} ${port}`,
        sources: [`${from} ${port}`],
        targets: [`${to} in`],
      })),
  }
}

function nodeOf({ record, ports, size }: PlacedBlock): LayoutNode {
  const place = { width: 0, height: 0 } as const
  return {
    id: record.id,
    width: CARD.width,
    height: size.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      { id: `${record.id} in`, ...place, x: 0, y: size.inputY, layoutOptions: { 'elk.port.side': 'WEST' } },
      ...ports.map((port, index) => ({
        id: `${record.id} ${port.id}`,
        ...place,
        x: CARD.width,
        y: size.portY[index] ?? 0,
        layoutOptions: { 'elk.port.side': 'EAST' },
      })),
    ],
  }
}

const GRID = 8

/** Where a layout puts each block: on the grid, its upper left corner where that of the blocks was. */
export function placesOf(laidOut: LayoutNode, blocks: readonly PlacedBlock[]): ReadonlyMap<BlockId, Point> {
  const found = new Map<BlockId, Point>()
  collect(laidOut, { x: 0, y: 0 }, found)
  const now = around(blocks.map(({ record: { x, y } }) => ({ left: x, top: y, right: x, bottom: y })))
  const then = around([...found.values()].map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })))
  if (!now || !then) return new Map()
  const place = ({ x, y }: Point) => ({
    x: Math.round((x - then.left + now.left) / GRID) * GRID,
    y: Math.round((y - then.top + now.top) / GRID) * GRID,
  })
  return new Map(
    blocks.flatMap(({ record: { id } }) => {
      const at = found.get(id)
      return at ? [[id, place(at)] as const] : []
    }),
  )
}

/** ELK's places are relative to what holds a node. */
function collect(node: LayoutNode, origin: Point, found: Map<BlockId, Point>): void {
  for (const child of node.children ?? []) {
    const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) }
    if (child.children) collect(child, at, found)
    else found.set(child.id as BlockId, at)
  }
}
