import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/** requirements.md KAL-04: a template must be approved, and every place of it filled in. */
export const checkTemplates: BlockCheck = ({ block, references }) => {
  const issues: Finding[] = []
  for (const { fact, record } of references) {
    if (fact.role !== 'messageTemplate' || record?.type !== 'template') continue
    if (record.state !== 'approved') {
      const { name, state } = record
      issues.push({
        code: 'template/not-approved',
        severity: 'error',
        ...unsaid('template/not-approved', { block: named(block), name, state }),
        record: block.id,
        path: fact.path,
      })
    }
    const given = (block.data.parameters as readonly unknown[] | undefined)?.length ?? 0
    if (given !== record.places) {
      const { name, places } = record
      issues.push({
        code: 'template/places',
        severity: 'error',
        ...unsaid('template/places', { block: named(block), name, given, places }),
        record: block.id,
        path: ['parameters'],
      })
    }
  }
  return issues
}
