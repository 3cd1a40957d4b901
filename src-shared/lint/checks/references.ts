import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockSubject, Reference } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/** Fields that choose a record: chosen where one is needed, still there, and a flow that is called has a beginning. */
export const checkReferences: BlockCheck = ({ block, references }) => {
  const issues: Finding[] = []
  for (const reference of references) {
    const issue = problemOf(block, reference)
    if (issue) issues.push(issue)
  }
  return issues
}

function problemOf(block: BlockSubject['block'], { fact, record, begins }: Reference): Finding | null {
  const { role, id, required, path } = fact
  const place = { severity: 'error', record: block.id, path } as const
  if (id === null) {
    if (!required) return null
    return {
      ...place,
      code: `${role}/not-chosen`,
      ...unsaid('reference/not-chosen', { block: named(block), role }),
    }
  }
  if (!record) {
    return {
      ...place,
      code: `${role}/missing`,
      ...unsaid('reference/missing', { block: named(block), role }),
    }
  }
  if (record.type !== 'flow' || begins) return null
  const words = unsaid('flow/no-entry', { block: named(block), name: record.name })
  return { ...place, code: 'flow/no-entry', ...words }
}
