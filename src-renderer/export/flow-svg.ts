import type { Family } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { GroupRecord, NoteRecord } from '../../src-shared/document/records.ts'
import { CARD, hasPortRows } from '../canvas/block-size.ts'
import type { Box } from '../canvas/box.ts'
import { type EdgeEnds, edgeShape, type Point, pointOn } from '../canvas/edge-path.ts'
import type { PlacedBlock } from '../canvas/placed-blocks.ts'
import type { PlacedEdge } from '../canvas/placed-edges.ts'

/** What is drawn: the flow's things with their measures, and how they are called. */
export type FlowPicture = Readonly<{
  name: string
  blocks: readonly PlacedBlock[]
  edges: readonly PlacedEdge[]
  notes: readonly NoteRecord[]
  groups: readonly GroupRecord[]
  titleOf: (block: PlacedBlock) => string
  portOf: (block: PlacedBlock, port: string) => string
}>

export type FlowSvg = Readonly<{ svg: string; width: number; height: number }>

const MARGIN = 40
const AROUND = 16
/** The light theme of tokens.css: pictures go into documents, which are white. */
const INK = {
  text: '#1c1d22',
  soft: '#4b4e59',
  line: '#9a9da9',
  border: '#d5d6dd',
  card: '#ffffff',
  page: '#f4f4f6',
}
const FAMILIES: Readonly<Record<Family, string>> = {
  say: '#2a65bf',
  ask: '#7a4fc9',
  decide: '#9a5c00',
  act: '#0c7369',
  people: '#b0366a',
}
const HUES: Readonly<Record<NoteRecord['hue'], string>> = {
  grey: '#e6e6eb',
  yellow: '#fdf0d5',
  green: '#dff3e4',
  blue: '#e2edfb',
  violet: '#eee7fa',
  red: '#fde7e4',
}
const FONT = 'system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif'

/** A flow as a picture of its own: nothing in it runs, and it asks for nothing from elsewhere. */
export function flowSvg(picture: FlowPicture): FlowSvg {
  const box = frameOf(picture)
  const [width, height] = [Math.ceil(box.right - box.left), Math.ceil(box.bottom - box.top)]
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.left} ${box.top} ${width} ${height}" font-family="${FONT}" font-size="13">`,
    `<title>${escaped(picture.name)}</title>`,
    `<rect x="${box.left}" y="${box.top}" width="${width}" height="${height}" fill="${INK.page}"/>`,
    ...picture.groups.map(group => groupSvg(group, picture)),
    ...picture.edges.map(edgeSvg),
    ...picture.notes.map(noteSvg),
    ...picture.blocks.map(block => blockSvg(block, picture)),
    ...picture.edges.map(labelSvg),
    '</svg>',
  ]
  return { svg: parts.join('\n'), width, height }
}

function frameOf({ blocks, edges, notes }: FlowPicture): Box {
  const boxes: Box[] = [
    ...blocks.map(({ box }) => box),
    ...edges.map(({ box }) => box),
    ...notes.map(({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height })),
  ]
  if (boxes.length === 0) return { left: 0, top: 0, right: 400, bottom: 200 }
  const frame = around(boxes)
  return {
    left: Math.floor(frame.left - MARGIN),
    top: Math.floor(frame.top - MARGIN),
    right: frame.right + MARGIN,
    bottom: frame.bottom + MARGIN,
  }
}

function around(boxes: readonly Box[]): Box {
  return boxes.reduce((all, { left, top, right, bottom }) => ({
    left: Math.min(all.left, left),
    top: Math.min(all.top, top),
    right: Math.max(all.right, right),
    bottom: Math.max(all.bottom, bottom),
  }))
}

function blockSvg(block: PlacedBlock, { titleOf, portOf }: FlowPicture): string {
  const { record, size, ports, summary, hasInput } = block
  const colour = FAMILIES[kindNamed(record.kind)?.family ?? 'act']
  const rows = hasPortRows(ports)
  const lines = wrapped(summary, size.lines)
  return [
    `<g transform="translate(${record.x} ${record.y})">`,
    `<rect width="${CARD.width}" height="${size.height}" rx="${CARD.corner}" fill="${INK.card}" stroke="${INK.border}"/>`,
    `<rect x="8" y="6" width="24" height="24" rx="5" fill="${colour}"/>`,
    textSvg({ x: 40, y: 23, text: cut(titleOf(block), 27), fill: INK.text, extra: ' font-weight="600"' }),
    ...lines.map((text, at) =>
      textSvg({ x: 10, y: CARD.header + at * CARD.line + 13, text, fill: INK.soft }),
    ),
    ...(rows
      ? ports.map((port, at) =>
          textSvg({
            x: 14,
            y: (size.portY[at] ?? 0) + 4,
            text: cut(portOf(block, port.id), 30),
            fill: INK.text,
          }),
        )
      : []),
    ...size.portY.map(y => dot(CARD.width, y)),
    ...(hasInput ? [dot(0, size.inputY)] : []),
    '</g>',
  ].join('')
}

function dot(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="4" fill="${INK.card}" stroke="${INK.line}" stroke-width="1.5"/>`
}

type Words = Readonly<{ x: number; y: number; text: string; fill: string; extra?: string }>

function textSvg({ x, y, text, fill, extra = '' }: Words): string {
  return `<text x="${x}" y="${y}" fill="${fill}"${extra}>${escaped(text)}</text>`
}

function edgeSvg({ ends }: PlacedEdge): string {
  return `<path d="${edgePathData(ends)}" fill="none" stroke="${INK.line}" stroke-width="1.5" stroke-linecap="round"/>`
}

function labelSvg({ ends, label }: PlacedEdge): string {
  if (label === null) return ''
  const text = cut(label, 40)
  const { x, y } = pointOn(ends, 0.5)
  const width = [...text].length * 7 + 12
  return [
    `<rect x="${x - width / 2}" y="${y - 10}" width="${width}" height="20" rx="6" fill="${INK.card}" stroke="${INK.border}"/>`,
    textSvg({ x, y: y + 4, text, fill: INK.soft, extra: ' text-anchor="middle" font-size="12"' }),
  ].join('')
}

const CORNER = 12

/** The way of an edge as path data, with round corners. */
export function edgePathData(ends: EdgeEnds): string {
  const shape = edgeShape(ends)
  const { from, to } = ends
  if (shape.kind === 'curve')
    return `M${at(from)}C${at({ x: from.x + shape.bend, y: from.y })} ${at({ x: to.x - shape.bend, y: to.y })} ${at(to)}`
  const { points } = shape
  const corners = points.slice(1, -1).map((corner, index) => {
    const [before, after] = [points[index] as Point, points[index + 2] as Point]
    return `L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`
  })
  return `M${at(from)}${corners.join('')}L${at(to)}`
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}

function groupSvg({ blocks: ids, title, hue }: GroupRecord, { blocks }: FlowPicture): string {
  const inside = new Set(ids)
  const boxes = blocks.filter(({ record }) => inside.has(record.id)).map(({ box }) => box)
  if (boxes.length === 0) return ''
  const { left, top, right, bottom } = around(boxes)
  const [x, y] = [left - AROUND, top - AROUND - 20]
  return [
    `<rect x="${x}" y="${y}" width="${right - left + 2 * AROUND}" height="${bottom - top + 2 * AROUND + 20}" rx="12" fill="${HUES[hue]}" fill-opacity="0.5" stroke="${INK.border}"/>`,
    textSvg({ x: x + 12, y: y + 20, text: cut(title, 60), fill: INK.soft, extra: ' font-weight="600"' }),
  ].join('')
}

function noteSvg({ x, y, width, height, text, hue }: NoteRecord): string {
  const lines = wrapped(text, Math.floor((height - 12) / CARD.line), Math.floor((width - 16) / 7))
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${HUES[hue]}" stroke="${INK.border}"/>`,
    ...lines.map((line, index) =>
      textSvg({ x: x + 8, y: y + 20 + index * CARD.line, text: line, fill: INK.text }),
    ),
  ].join('')
}

function wrapped(text: string, most: number, length = 29): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n').filter(line => line.trim() !== '')) {
    let line = ''
    for (const word of paragraph.trim().split(/\s+/)) {
      if (line !== '' && line.length + word.length + 1 > length) {
        lines.push(line)
        line = ''
      }
      line = line === '' ? cut(word, length) : `${line} ${word}`
    }
    lines.push(line)
  }
  if (lines.length <= most) return lines
  return lines.slice(0, most).map((line, index) => (index === most - 1 ? cut(`${line} …`, length) : line))
}

function cut(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML cannot hold are left out; lone halves of pairs become the sign for what cannot be shown. */
function escaped(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, '\ufffd')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  const allowed = whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign)
}
