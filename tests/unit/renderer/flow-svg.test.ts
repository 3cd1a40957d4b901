import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { Scene } from '../../../src-renderer/canvas/scene.ts'
import { type FlowPicture, flowSvg } from '../../../src-renderer/export/flow-svg.ts'
import { pngScale } from '../../../src-renderer/export/png-scale.ts'
import type { GroupRecord, NoteRecord } from '../../../src-shared/document/records.ts'
import { FLOW, menuFlow } from './canvas/flow-fixture.ts'

const HOSTILE = `</text><script>alert(1)</script> & "x" ]]> <!-- \u0000\u000b \ud800 {{NAME}}`

function picture(said = 'A title'): FlowPicture {
  const scene = new Scene().update(menuFlow(), FLOW, 'en', ((key: string) => key) as never)
  const note: NoteRecord = {
    id: 'note_a' as NoteRecord['id'],
    type: 'note',
    flow: FLOW,
    x: 0,
    y: 400,
    width: 200,
    height: 100,
    text: said,
    hue: 'yellow',
    author: 'Ana',
    at: 0,
  }
  return {
    name: said,
    blocks: [...scene.blocks.values()],
    edges: [...scene.edges.values()].map(edge => ({ ...edge, label: said })),
    notes: [note],
    groups: [],
    titleOf: () => said,
    portOf: () => said,
  }
}

describe('a flow as SVG', () => {
  test('is well-formed and shows every block, edge and note', () => {
    const { svg, width, height } = flowSvg(picture())
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg.match(/<g transform/g)).toHaveLength(5)
    expect(svg.match(/<path /g)).toHaveLength(4)
    expect(svg).toContain('You chose A')
    expect(width).toBeGreaterThan(9000)
    expect(height).toBeGreaterThan(9000)
  })

  test('frames groups around their blocks, in their colour and with their title, even at the rim', () => {
    const { blocks } = picture()
    const group: GroupRecord = {
      ...{
        id: 'group_a' as GroupRecord['id'],
        type: 'group',
        flow: FLOW,
        title: 'All <of> it',
        hue: 'violet',
      },
      blocks: blocks.map(({ record }) => record.id),
    }
    const bare = flowSvg({ ...picture(), notes: [] })
    const { svg, width, height } = flowSvg({ ...picture(), notes: [], groups: [group] })
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).toContain('All &lt;of&gt; it')
    const rects = [...svg.matchAll(/<rect x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"/g)]
    const [page, frame] = rects.map(found => found.slice(1).map(Number) as [number, number, number, number])
    if (!page || !frame) throw new Error('there is no frame')
    expect(svg).toContain(`y="${frame[1]}" width="${frame[2]}" height="${frame[3]}" rx="12" fill="#eee7fa"`)
    for (const { record, size } of blocks) {
      expect(frame[0]).toBeLessThan(record.x)
      expect(frame[1]).toBeLessThan(record.y)
      expect(frame[1] + frame[3]).toBeGreaterThan(record.y + size.height)
    }
    expect(frame[0]).toBeGreaterThan(page[0])
    expect(frame[1]).toBeGreaterThan(page[1])
    expect(frame[0] + frame[2]).toBeLessThan(page[0] + page[2])
    expect(frame[1] + frame[3]).toBeLessThan(page[1] + page[3])
    expect([width, height]).toEqual([bare.width, bare.height])
  })

  test('holds hostile texts as texts', () => {
    const { svg } = flowSvg(picture(HOSTILE))
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toContain('<script')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b]/)
    expect(svg).not.toMatch(/\p{Cs}/u)
  })

  test('of an empty flow is a picture too', () => {
    const { svg } = flowSvg({ ...picture(), blocks: [], edges: [], notes: [] })
    expect(XMLValidator.validate(svg)).toBe(true)
  })
})

describe('the scale of a PNG', () => {
  test('is twice the size, unless one canvas cannot hold that', () => {
    expect(pngScale(800, 600)).toBe(2)
    const scale = pngScale(100_000, 50_000)
    expect(100_000 * scale).toBeLessThanOrEqual(16_000)
    expect(100_000 * 50_000 * scale * scale).toBeLessThanOrEqual(64_000_001)
  })
})
