import type { TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { CARD } from '../../../../src-renderer/canvas/block-size.ts'
import { Scene } from '../../../../src-renderer/canvas/scene.ts'
import { readingOrder, walk } from '../../../../src-renderer/canvas/walk.ts'
import type { BlockId, EdgeId } from '../../../../src-shared/document/ids.ts'
import { FLOW, menuFlow } from './flow-fixture.ts'

const t = ((key: string) => key) as unknown as TFunction
const id = (name: string) => `block_${name}` as BlockId

function scene() {
  const document = menuFlow()
  return { document, scene: new Scene().update(document, FLOW, 'en', t) }
}

describe('the scene of a flow', () => {
  test('holds the blocks and edges of its flow and no others', () => {
    const { scene: shown } = scene()
    expect([...shown.blocks.keys()]).toEqual(['start', 'menu', 'a', 'b', 'far'].map(id))
    expect(shown.edges.size).toBe(4)
  })

  test('an edit makes new only what it changed', () => {
    const { document, scene: shown } = scene()
    const before = { blocks: new Map(shown.blocks), edges: new Map(shown.edges) }
    const moved = document.get(id('a'))
    if (moved) document.put({ ...moved, y: 400 })
    shown.update(document, FLOW, 'en', t)
    const kept = (name: string) => shown.blocks.get(id(name)) === before.blocks.get(id(name))
    expect(['start', 'menu', 'a', 'b'].map(kept)).toEqual([true, true, false, true])
    const edge = (name: string) => shown.edges.get(name as EdgeId) === before.edges.get(name as EdgeId)
    expect(edge('edge_menu-opta-a')).toBe(false)
    expect(edge('edge_menu-optb-b')).toBe(true)
  })

  test('finds what is at a place, also after it moved', () => {
    const { document, scene: shown } = scene()
    expect(shown.blockAt({ x: 650, y: 10 })?.record.id).toBe(id('a'))
    const moved = document.get(id('a'))
    if (moved) document.put({ ...moved, y: 4000 })
    shown.update(document, FLOW, 'en', t)
    expect(shown.blockAt({ x: 650, y: 10 })).toBeNull()
    expect(shown.blockAt({ x: 650, y: 4010 })?.record.id).toBe(id('a'))
  })

  test('finds an edge within reach, and none beyond it', () => {
    const { scene: shown } = scene()
    const middle = { x: (CARD.width + 320) / 2, y: CARD.header / 2 }
    expect(shown.edgeAt(middle, 6)?.record.id).toBe('edge_start-next-menu')
    expect(shown.edgeAt({ x: middle.x, y: middle.y - 40 }, 6)).toBeNull()
  })

  test('a block without a text says so', () => {
    const { document, scene: shown } = scene()
    const empty = document.get(id('a'))
    if (empty) document.put({ ...empty, data: { text: { en: '' } } })
    shown.update(document, FLOW, 'en', t)
    expect(shown.blocks.get(id('a'))).toMatchObject({ isHint: true, summary: 'canvas.noText' })
  })
})

describe('walking through a flow by keys', () => {
  const { document, scene: shown } = scene()
  const go = (from: string, direction: 'left' | 'right' | 'up' | 'down') =>
    walk(document, shown.blocks, id(from), direction)

  test('right follows the first connected port, left goes back', () => {
    expect(go('start', 'right')).toBe(id('menu'))
    expect(go('menu', 'right')).toBe(id('a'))
    expect(go('a', 'left')).toBe(id('menu'))
  })

  test('down and up go to the nearest block there', () => {
    expect(go('a', 'down')).toBe(id('b'))
    expect(go('b', 'up')).toBe(id('a'))
  })

  test('where there is nothing, nothing happens', () => {
    expect(go('a', 'right')).toBeNull()
    expect(go('start', 'left')).toBeNull()
  })

  test('the reading order meets every block once, from the entries on, in the order of the ports', () => {
    expect(readingOrder(document, shown.blocks)).toEqual(['start', 'menu', 'a', 'b', 'far'].map(id))
  })
})
