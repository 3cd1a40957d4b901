import { BLOCK, CELL, columnsOf, type GridNode, gridLinks, gridNodes, PORTS } from '../grid.ts'
import { afterPaint, wantedCount } from './contract.ts'

// The limit on a machine: nothing but a canvas that draws what is in view, and moves it under the pointer.

const HEADER = 36
const ROW = 28
const CARDS_FROM_ZOOM = 0.45

const count = wantedCount()
const columns = columnsOf(count)
const nodes = gridNodes(count).map(node => ({ ...node }))
const links = gridLinks(count)
const moved = new Set<number>()
const view = { left: 40, top: 40, zoom: 1 }
const canvas = document.createElement('canvas')
document.getElementById('root')?.append(canvas)
const pen = canvas.getContext('2d') as CanvasRenderingContext2D
let asked = false

function draw(): void {
  asked = false
  const [width, height] = [innerWidth, innerHeight]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.fillStyle = '#f8f9fa'
  pen.fillRect(0, 0, width, height)
  pen.setTransform(view.zoom, 0, 0, view.zoom, view.left, view.top)
  const seen = inView(width, height)
  pen.strokeStyle = '#868e96'
  pen.beginPath()
  for (const { from, port, to } of links) {
    if (!seen.has(from) && !seen.has(to)) continue
    const [a, b] = [nodes[from] as GridNode, nodes[to] as GridNode]
    const [x1, y1] = [a.x + BLOCK.width, a.y + HEADER + (port + 0.5) * ROW]
    const [x2, y2] = [b.x, b.y + HEADER / 2]
    pen.moveTo(x1, y1)
    pen.bezierCurveTo(x1 + 40, y1, x2 - 40, y2, x2, y2)
  }
  pen.stroke()
  for (const index of seen) drawNode(nodes[index] as GridNode)
}

function drawNode({ x, y, title, text }: GridNode): void {
  pen.fillStyle = '#fff'
  pen.fillRect(x, y, BLOCK.width, BLOCK.height)
  pen.strokeStyle = '#ced4da'
  pen.strokeRect(x, y, BLOCK.width, BLOCK.height)
  if (view.zoom < CARDS_FROM_ZOOM) return
  pen.fillStyle = '#212529'
  pen.font = '13px system-ui'
  pen.fillText(title, x + 12, y + 22)
  pen.fillText(text.slice(0, 34), x + 12, y + 44)
  for (const [port, label] of PORTS.entries()) pen.fillText(label, x + 12, y + 64 + port * ROW)
}

/** By the grid, as an index of places would tell. */
function inView(width: number, height: number): ReadonlySet<number> {
  const seen = new Set(moved)
  const cell = (at: number, size: number) => Math.floor(at / view.zoom / size)
  const [fromColumn, toColumn] = [cell(-view.left, CELL.width), cell(width - view.left, CELL.width)]
  const [fromRow, toRow] = [cell(-view.top, CELL.height), cell(height - view.top, CELL.height)]
  for (let row = Math.max(0, fromRow); row <= toRow; row += 1)
    for (let column = Math.max(0, fromColumn); column <= Math.min(columns - 1, toColumn); column += 1)
      if (row * columns + column < count) seen.add(row * columns + column)
  return seen
}

function redraw(): void {
  if (asked) return
  asked = true
  requestAnimationFrame(draw)
}

let held: { index: number | null; x: number; y: number } | null = null

canvas.addEventListener('pointerdown', ({ clientX, clientY }) => {
  const [x, y] = [(clientX - view.left) / view.zoom, (clientY - view.top) / view.zoom]
  const index = [...inView(innerWidth, innerHeight)].find(at => {
    const node = nodes[at] as GridNode
    return x >= node.x && x <= node.x + BLOCK.width && y >= node.y && y <= node.y + BLOCK.height
  })
  held = { index: index ?? null, x: clientX, y: clientY }
})
canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!held) return
  const [dx, dy] = [clientX - held.x, clientY - held.y]
  if (held.index === null) Object.assign(view, { left: view.left + dx, top: view.top + dy })
  else {
    const node = nodes[held.index] as { x: number; y: number }
    Object.assign(node, { x: node.x + dx / view.zoom, y: node.y + dy / view.zoom })
    moved.add(held.index)
  }
  Object.assign(held, { x: clientX, y: clientY })
  redraw()
})
canvas.addEventListener('pointerup', () => {
  held = null
})
canvas.addEventListener(
  'wheel',
  event => {
    event.preventDefault()
    const zoom = Math.min(2, Math.max(0.04, view.zoom * 2 ** (-event.deltaY * 0.002)))
    const by = zoom / view.zoom
    view.left = event.clientX - (event.clientX - view.left) * by
    view.top = event.clientY - (event.clientY - view.top) * by
    view.zoom = zoom
    redraw()
  },
  { passive: false },
)

redraw()
afterPaint(() => {
  window.benchView = () => ({ ...view })
})
