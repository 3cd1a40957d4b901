import type { Port } from '../../blocks/kind.ts'
import type { EdgeRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockSubject, Exit } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'

/** Ports and edges: what must lead on does, and nothing leads from or into what is not there. */
export const checkConnections: BlockCheck = ({ block, facts, exits }) => {
  if (!facts.kind) return []
  const issues: Finding[] = []
  let name: BlockName | null = null
  for (const port of facts.ports) {
    if (!port.required || isConnected(port, exits)) continue
    name ??= named(block)
    issues.push(unconnected(block, port, name))
  }
  const wrong: Finding[] = []
  for (const exit of exits) {
    if (!exit.port) wrong.push(fromNoPort(block, exit))
    else if (!exit.target?.hasInput) wrong.push(intoNoInput(block, exit))
  }
  if (wrong.length === 0) return issues
  return [...issues, ...wrong.sort((a, b) => (a.record < b.record ? -1 : 1))]
}

function isConnected(port: Port, exits: readonly Exit[]): boolean {
  for (const exit of exits) if (exit.port === port) return true
  return false
}

type BlockName = ReturnType<typeof named>

function unconnected(block: BlockSubject['block'], port: Port, name: BlockName): Finding {
  const [text = ''] = Object.values(port.label ?? {})
  const words = unsaid('port/unconnected', {
    block: name,
    port: port.id,
    role: port.role,
    label: text.trim() === '' ? '' : text,
  })
  const path = ['ports', port.id]
  return { code: 'port/unconnected', severity: 'error', ...words, record: block.id, path }
}

function fromNoPort(block: BlockSubject['block'], { edge }: Exit): Finding {
  const words = unsaid('edge/no-port', { block: named(block) })
  return { code: 'edge/no-port', severity: 'error', ...words, record: edge.id, fix: removal(edge) }
}

function intoNoInput(block: BlockSubject['block'], { edge, target }: Exit): Finding {
  const words = unsaid('edge/no-input', { block: named(block), target: target ? named(target.block) : null })
  return { code: 'edge/no-input', severity: 'error', ...words, record: edge.id, fix: removal(edge) }
}

function removal(edge: EdgeRecord): Finding['fix'] {
  return { ...fixLabel('fix/remove-edge', {}), changes: { [edge.id]: { before: edge, after: null } } }
}
