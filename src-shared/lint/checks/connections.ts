import type { Port } from '../../blocks/kind.ts'
import { kindNamed } from '../../blocks/kinds.ts'
import type { EdgeRecord } from '../../document/records.ts'
import { blockName, capitalBlockName } from '../block-name.ts'
import type { Exit } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Ports and edges: what must lead on does, and nothing leads from or into what is not there. */
export const checkConnections: BlockCheck = ({ block, facts, exits }) => {
  const issues: Issue[] = []
  if (!facts.kind) return issues
  for (const port of facts.ports) {
    if (!port.required || exits.some(({ edge }) => edge.port === port.id)) continue
    const message = `In ${blockName(block)}, ${portWords(port)} leads nowhere.`
    issues.push({
      code: 'port/unconnected',
      severity: 'error',
      message,
      record: block.id,
      path: ['ports', port.id],
    })
  }
  for (const exit of exits) {
    if (!facts.ports.some(({ id }) => id === exit.edge.port)) {
      const message = `${capitalBlockName(block)} is left at a port it does not have any more.`
      issues.push({
        code: 'edge/no-port',
        severity: 'error',
        message,
        record: exit.edge.id,
        fix: removal(exit.edge),
      })
    } else if (!takesInput(exit)) {
      const target = exit.target ? blockName(exit.target) : 'a block that is gone'
      const message = `An edge leads from ${blockName(block)} to ${target}, where conversations only begin.`
      issues.push({
        code: 'edge/no-input',
        severity: 'error',
        message,
        record: exit.edge.id,
        fix: removal(exit.edge),
      })
    }
  }
  return issues
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

function takesInput({ target }: Exit): boolean {
  return target !== undefined && kindNamed(target.kind)?.hasInput !== false
}

function removal(edge: EdgeRecord): Issue['fix'] {
  return { label: 'Remove the edge', changes: { [edge.id]: { before: edge, after: null } } }
}
