import { LGraph, LGraphCanvas, LGraphNode, LiteGraph } from 'litegraph.js'
import { BLOCK, gridLinks, gridNodes, PORTS } from '../grid.ts'
import { afterPaint, wantedCount } from './contract.ts'

class Card extends LGraphNode {
  constructor() {
    super()
    this.addInput('in', '')
    for (const label of PORTS) this.addOutput(label, '')
    this.addWidget('text', 'text', 'How can we help you today?', () => {})
    this.size = [BLOCK.width, BLOCK.height]
  }
}

LiteGraph.registerNodeType('bench/card', Card)
const graph = new LGraph()
// Else the order of all blocks is worked out anew for every edge, which takes minutes.
graph.updateExecutionOrder = () => {}
const count = wantedCount()
const cards = gridNodes(count).map(({ x, y, title }) => {
  const card = LiteGraph.createNode('bench/card')
  card.pos = [x, y + 30]
  card.title = title
  graph.add(card, true)
  return card
})
for (const { from, port, to } of gridLinks(count)) cards[from]?.connect(port, cards[to] as LGraphNode, 0)

const element = Object.assign(document.createElement('canvas'), { width: innerWidth, height: innerHeight })
document.getElementById('root')?.append(element)
const canvas = new LGraphCanvas(element, graph)
canvas.ds.offset = [40, 40]
canvas.ds.min_scale = 0.04
canvas.allow_searchbox = false
afterPaint(() => {
  window.benchView = () => {
    const { offset, scale } = canvas.ds
    return { left: offset[0] * scale, top: offset[1] * scale, zoom: scale }
  }
})
