import { blockName, capitalBlockName } from '../../blocks/block-name.ts'
import type { Port } from '../../blocks/kind.ts'
import type { EdgeRecord } from '../../document/records.ts'
import type { BlockSubject, Exit } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Ports and edges: what must lead on does, and nothing leads from or into what is not there. */
export const checkConnections: BlockCheck = ({ block, facts, exits }) => {
  if (!facts.kind) return []
  const issues: Issue[] = []
  for (const port of facts.ports)
    if (port.required && !isConnected(port, exits)) issues.push(unconnected(block, port))
  const wrong: Issue[] = []
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

function unconnected(block: BlockSubject['block'], port: Port): Issue {
  const message = `In ${blockName(block)}, ${portWords(port)} leads nowhere.`
  const path = ['ports', port.id]
  return { code: 'port/unconnected', severity: 'error', message, record: block.id, path }
}

function fromNoPort(block: BlockSubject['block'], { edge }: Exit): Issue {
  const message = `${capitalBlockName(block)} is left at a port it does not have any more.`
  return { code: 'edge/no-port', severity: 'error', message, record: edge.id, fix: removal(edge) }
}

function intoNoInput(block: BlockSubject['block'], { edge, target }: Exit): Issue {
  const name = target ? blockName(target.block) : 'a block that is gone'
  const message = `An edge leads from ${blockName(block)} to ${name}, where conversations only begin.`
  return { code: 'edge/no-input', severity: 'error', message, record: edge.id, fix: removal(edge) }
}

function portWords({ id, role, label }: Port): string {
  const [text = ''] = Object.values(label ?? {})
  if (text.trim() !== '') return `the option “${text}”`
  switch (role) {
    case 'next':
      return 'the way on'
    case 'option':
      return 'one of the ways'
    case 'fallback':
    case 'error':
      return `“${id}”`
  }
}

function removal(edge: EdgeRecord): Issue['fix'] {
  return { label: 'Remove the edge', changes: { [edge.id]: { before: edge, after: null } } }
}
