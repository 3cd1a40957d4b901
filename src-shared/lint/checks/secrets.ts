import { blockName, capitalBlockName } from '../../blocks/block-name.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/**
 * Secrets that leave their variable by a formula (requirements.md KAR-13): told to other systems with an event, or
 * copied into a variable that is not secret and is shown and logged as it is.
 */
export const checkSecrets: BlockCheck = subject => {
  const { block, facts, wide } = subject
  if (block.kind !== 'raiseEvent' && block.kind !== 'setVariable') return NONE
  const issues: Issue[] = []
  for (const { path, parsed } of facts.formulas) {
    if (!parsed?.ok) continue
    const secret = parsed.value.names.find(({ name }) => wide.variables.get(name)?.secret)?.name
    if (secret === undefined) continue
    const message = sentence(subject, path, secret)
    if (message) issues.push({ code: 'formula/secret', severity: 'warning', message, record: block.id, path })
  }
  return issues
}

const NONE: readonly Issue[] = []

function sentence(
  { block, references }: BlockSubject,
  path: readonly (string | number)[],
  secret: string,
): string | null {
  if (block.kind === 'raiseEvent')
    return `${capitalBlockName(block)} tells the secret ${secret} with its event.`
  const [list, index] = path
  const target = references.find(({ fact }) => fact.path[0] === list && fact.path[1] === index)?.record
  if (target?.type !== 'variable' || target.secret) return null
  return `In ${blockName(block)}, the secret ${secret} is copied into ${target.name}, which is not secret.`
}
