import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type LayoutNode,
  layoutGraph,
  placesOf,
} from '../../../../src-renderer/canvas/layout/layout-graph.ts'
import type { PlacedBlock } from '../../../../src-renderer/canvas/placed-blocks.ts'
import type { GroupId } from '../../../../src-shared/document/ids.ts'
import { blockId } from '../../document/draft-bot.ts'

function block(name: string, x: number, y: number): PlacedBlock {
  const ports = [
    { id: 'opt_a', role: 'option', required: true },
    { id: 'opt_b', role: 'option', required: true },
  ] as const
  return {
    record: { id: blockId(name), type: 'block', flow: 'flow_f', kind: 'menu', title: name, x, y, data: {} },
    ...{ summary: '', isHint: false, ports, hasInput: true },
    size: { height: 100, lines: 0, portY: [50, 78], inputY: 18 },
  } as unknown as PlacedBlock
}

const BLOCKS = [block('a', 80, 160), block('b', 400, 24), block('c', 720, 300)]
const edge = (from: string, port: string, to: string) => ({ from: blockId(from), port, to: blockId(to) })

describe('the graph of a layout', () => {
  const graph = layoutGraph({
    blocks: BLOCKS,
    edges: [edge('a', 'opt_a', 'b'), edge('b', 'opt_b', 'b'), edge('b', 'opt_a', 'elsewhere')],
    groups: [{ id: 'group_g' as GroupId, blocks: [blockId('c'), blockId('b')] }],
  })

  test('has ports at their heights, and only edges among the blocks', () => {
    expect(graph.children?.[0]?.ports?.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['block_a in', 0, 18],
      ['block_a opt_a', 240, 50],
      ['block_a opt_b', 240, 78],
    ])
    expect(graph.edges).toEqual([
      { id: 'block_a opt_a', sources: ['block_a opt_a'], targets: ['block_b in'] },
    ])
  })

  test('holds a group as one thing, its blocks in their order', () => {
    expect(graph.children?.map(({ id }) => id)).toEqual(['block_a', 'group_g'])
    expect(graph.children?.[1]?.children?.map(({ id }) => id)).toEqual(['block_b', 'block_c'])
  })

  test('comes back onto the grid, the corner where it was', () => {
    const laidOut = {
      id: 'flow',
      children: [
        { id: 'block_a', x: 12, y: 13 },
        {
          id: 'group_g',
          x: 300,
          y: 40,
          children: [
            { id: 'block_b', x: 24, y: 56 },
            { id: 'block_c', x: 400, y: 0 },
          ],
        },
      ],
    }
    expect([...placesOf(laidOut, BLOCKS)]).toEqual([
      [blockId('a'), { x: 80, y: 24 }],
      [blockId('b'), { x: 392, y: 104 }],
      [blockId('c'), { x: 768, y: 48 }],
    ])
    expect(placesOf({ id: 'flow' }, BLOCKS).size).toBe(0)
  })
})

describe('ELK itself', () => {
  type Elk = new () => { layout: (graph: LayoutNode) => Promise<LayoutNode> }
  const ELK = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js') as Elk

  const flows = fc.record({
    count: fc.integer({ min: 1, max: 9 }),
    wires: fc.uniqueArray(
      fc.record({ from: fc.nat(8), port: fc.constantFrom('opt_a', 'opt_b'), to: fc.nat(8) }),
      { maxLength: 14, selector: ({ from, port }) => `${from} ${port}` },
    ),
    grouped: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
  })

  test('puts no block onto another, circles and groups or not, seed 4140', async () => {
    await fc.assert(
      fc.asyncProperty(flows, async ({ count, wires, grouped }) => {
        const blocks = Array.from({ length: count }, (_, at) => block(`n${at}`, 0, 0))
        const inside = grouped.filter(at => at < count).map(at => blockId(`n${at}`))
        const laidOut = await new ELK().layout(
          layoutGraph({
            blocks,
            edges: wires.map(({ from, port, to }) => edge(`n${from}`, port, `n${to}`)),
            groups: inside.length > 0 ? [{ id: 'group_g' as GroupId, blocks: inside }] : [],
          }),
        )
        const places = [...placesOf(laidOut, blocks).values()]
        expect(places.length).toBe(count)
        for (const [index, a] of places.entries())
          for (const b of places.slice(index + 1))
            expect(Math.abs(a.x - b.x) >= 240 || Math.abs(a.y - b.y) >= 100).toBe(true)
      }),
      { seed: 4140, numRuns: 60 },
    )
  })
})
