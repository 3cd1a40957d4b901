import { capitalBlockName } from '../../blocks/block-name.ts'
import type { TemplateRecord } from '../../document/records.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

const STATE_WORDS: Readonly<Record<TemplateRecord['state'], string>> = {
  draft: 'only a draft yet',
  pending: 'not approved yet',
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
}

/** requirements.md KAL-04: a template must be approved, and every place of it filled in. */
export const checkTemplates: BlockCheck = ({ block, references }) => {
  const issues: Issue[] = []
  for (const { fact, record } of references) {
    if (fact.role !== 'messageTemplate' || record?.type !== 'template') continue
    if (record.state !== 'approved') {
      const message = `${capitalBlockName(block)} sends the template ${record.name}, which is ${STATE_WORDS[record.state]}.`
      issues.push({
        code: 'template/not-approved',
        severity: 'error',
        message,
        record: block.id,
        path: fact.path,
      })
    }
    const given = (block.data.parameters as readonly unknown[] | undefined)?.length ?? 0
    if (given !== record.places) {
      const message = `${capitalBlockName(block)} has ${count(given, 'value')} for the template ${record.name}, which has ${count(record.places, 'place')}.`
      issues.push({
        code: 'template/places',
        severity: 'error',
        message,
        record: block.id,
        path: ['parameters'],
      })
    }
  }
  return issues
}

function count(number: number, what: string): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? what : `${what}s`}`
}
