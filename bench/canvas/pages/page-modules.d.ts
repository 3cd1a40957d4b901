/** What the page uses of litegraph.js 0.7; the package is a peer of the benchmarks and may not be installed. */
declare module 'litegraph.js' {
  export class LGraphNode {
    pos: [number, number]
    size: [number, number]
    title: string
    addInput(name: string, type: string): void
    addOutput(name: string, type: string): void
    addWidget(kind: string, name: string, value: string, changed: () => void): void
    connect(output: number, target: LGraphNode, input: number): void
  }
  export class LGraph {
    add(node: LGraphNode, isBulk: boolean): void
    updateExecutionOrder(): void
  }
  export class LGraphCanvas {
    constructor(element: HTMLCanvasElement, graph: LGraph)
    allow_searchbox: boolean
    ds: { offset: [number, number]; scale: number; min_scale: number }
  }
  export const LiteGraph: {
    registerNodeType(type: string, node: typeof LGraphNode): void
    createNode(type: string): LGraphNode
  }
}

declare module '*.css'
