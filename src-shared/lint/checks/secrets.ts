import { type Unsaid, unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/**
 * Secrets that leave their variable by a formula (requirements.md KAR-13): told to other systems with an event, or
 * copied into a variable that is not secret and is shown and logged as it is.
 */
export const checkSecrets: BlockCheck = subject => {
  const { block, facts, wide } = subject
  if (block.kind !== 'raiseEvent' && block.kind !== 'setVariable') return NONE
  const issues: Finding[] = []
  for (const { path, parsed } of facts.formulas) {
    if (!parsed?.ok) continue
    const secret = parsed.value.names.find(({ name }) => wide.variables.get(name)?.secret)?.name
    if (secret === undefined) continue
    const words = wordsOf(subject, path, secret)
    if (words) issues.push({ code: 'formula/secret', severity: 'warning', ...words, record: block.id, path })
  }
  return issues
}

const NONE: readonly Finding[] = []

function wordsOf(
  { block: record, references }: BlockSubject,
  path: readonly (string | number)[],
  name: string,
): Unsaid | null {
  const block = named(record)
  if (block.kind === 'raiseEvent') return unsaid('formula/secret-told', { block, name })
  const [list, index] = path
  const target = references.find(({ fact }) => fact.path[0] === list && fact.path[1] === index)?.record
  if (target?.type !== 'variable' || target.secret) return null
  return unsaid('formula/secret-copied', { block, name, target: target.name })
}
