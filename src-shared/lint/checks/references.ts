import { blockName, capitalBlockName } from '../../blocks/block-name.ts'
import type { ReferenceRole } from '../block-facts.ts'
import type { BlockSubject, Reference } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Fields that choose a record: chosen where one is needed, still there, and a flow that is called has a beginning. */
export const checkReferences: BlockCheck = ({ block, references }) => {
  const issues: Issue[] = []
  for (const reference of references) {
    const issue = problemOf(block, reference)
    if (issue) issues.push(issue)
  }
  return issues
}

function problemOf(block: BlockSubject['block'], { fact, record, begins }: Reference): Issue | null {
  const { role, id, required, path } = fact
  const place = { severity: 'error', record: block.id, path } as const
  if (id === null) {
    if (!required) return null
    const message = `In ${blockName(block)}, no ${wordsOf(role)} is chosen.`
    return { ...place, code: `${role}/not-chosen`, message }
  }
  if (!record) {
    const message = `In ${blockName(block)}, the chosen ${wordsOf(role)} does not exist any more.`
    return { ...place, code: `${role}/missing`, message }
  }
  if (record.type !== 'flow' || begins) return null
  const message = `${capitalBlockName(block)} calls “${record.name}”, which has no entry.`
  return { ...place, code: 'flow/no-entry', message }
}

/** Roles whose names are not words. */
const WORDS: Readonly<Record<string, string>> = {
  messageTemplate: 'message template',
  auth: 'authentication',
  media: 'file',
}

function wordsOf(role: ReferenceRole): string {
  return WORDS[role] ?? role
}
