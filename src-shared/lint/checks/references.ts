import { blockName } from '../block-name.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Fields that choose a variable, flow or block: chosen where one is needed, and still there. */
export const checkReferences: BlockCheck = ({ block, references }) => {
  const issues: Issue[] = []
  for (const { fact, record } of references) {
    const { role, id, required, path } = fact
    const where = `In ${blockName(block)}`
    if (id !== null && !record) {
      const message = `${where}, the chosen ${role} does not exist any more.`
      issues.push({ code: `${role}/missing`, severity: 'error', message, record: block.id, path })
    } else if (id === null && required) {
      const message = `${where}, no ${role} is chosen.`
      issues.push({ code: `${role}/not-chosen`, severity: 'error', message, record: block.id, path })
    }
  }
  return issues
}
