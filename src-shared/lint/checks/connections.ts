import type { Issue } from '../issue.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { BlockCheck } from '../check.ts'

/** Ports and edges: what must lead on does, and nothing leads from or into what is not there. */
export const checkConnections: BlockCheck = function* (block, context): Iterable<Issue> {
  const { document } = context
  const kind = context.kind(block)
  if (!kind) return
  const ports = kind.ports(block.data)
  const byPort = new Map([...document.edgesFrom(block.id).values()].map((edge) => [edge.port, edge]))
  for (const port of ports) {
    if (!port.required || byPort.has(port.id)) continue
    const label = port.label ? Object.values(port.label)[0] : undefined
    const what = label ? `the option “${label}”` : port.role === 'fallback' ? `“${port.id}”` : 'the way on'
    yield { code: 'port/unconnected', severity: 'error', message: `In ${context.name(block)}, ${what} leads nowhere.`, record: block.id, path: ['ports', port.id] }
  }
  for (const [port, edge] of byPort) {
    if (!ports.some(({ id }) => id === port)) {
      const fix = { label: 'Remove the edge', changes: new ChangeSet(document).drop(edge.id).done() }
      yield { code: 'edge/no-port', severity: 'error', message: `An edge leaves ${context.name(block)} at a port it does not have.`, record: edge.id, fix }
      continue
    }
    const target = document.get(edge.to)
    if (target && context.kind(target)?.hasInput === false) {
      const fix = { label: 'Remove the edge', changes: new ChangeSet(document).drop(edge.id).done() }
      yield { code: 'edge/no-input', severity: 'error', message: `An edge leads from ${context.name(block)} into ${context.name(target)}, which nothing can lead to.`, record: edge.id, fix }
    }
  }
}
