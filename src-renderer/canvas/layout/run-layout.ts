import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { LayoutNode } from './layout-graph.ts'

/** A layout under way in a worker of its own: the window goes on, and giving it up ends the worker at once. */
export type LayoutRun = Readonly<{ done: Promise<LayoutNode>; cancel: () => void }>

type Answer = Readonly<{ id: number; data?: LayoutNode; error?: unknown }>

const REGISTER = 0
const LAYOUT = 1

/**
 * Lays a graph out with ELK, whose worker file is shipped as it is published (docs/decisions/0011). `done` never
 * settles once it was cancelled, and rejects when ELK fails.
 */
export function runLayout(graph: LayoutNode): LayoutRun {
  const worker = new Worker(workerUrl)
  const done = new Promise<LayoutNode>((resolve, reject) => {
    worker.onerror = event => reject(new Error(event.message))
    worker.onmessage = ({ data: { id, data, error } }: MessageEvent<Answer>) => {
      if (error) reject(new Error(messageOf(error)))
      else if (id === LAYOUT && data) resolve(data)
    }
  })
  worker.postMessage({ id: REGISTER, cmd: 'register', algorithms: ['layered'] })
  worker.postMessage({ id: LAYOUT, cmd: 'layout', graph, layoutOptions: {}, options: {} })
  return { done: done.finally(() => worker.terminate()), cancel: () => worker.terminate() }
}

function messageOf(error: unknown): string {
  const { message } = error as { message?: unknown }
  return typeof message === 'string' ? message : String(error)
}
