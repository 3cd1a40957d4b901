import type { VariableId } from '../document/ids.ts'
import { MAX_TEXT_LENGTH } from '../document/localized.ts'
import { isReadOnly } from '../document/predefined-variables.ts'
import { unsaid } from '../kit/say.ts'
import type { Value, ValueType } from '../kit/value.ts'
import { fitValue } from './fit-value.ts'
import type { CheckContext, CompiledVariable, KindFinding, Turn } from './kind.ts'

/**
 * Keeps a value in a variable. Of one that does not fit its type, or is longer than a text may be, that is said, and
 * the variable stays as it was.
 */
export function keepValue(turn: Turn, variable: CompiledVariable, value: Value): void {
  const fitting = fitValue(value, variable.valueType)
  if (fitting === undefined || isTooLong(fitting)) turn.misfit(variable, value)
  else turn.set(variable, fitting)
}

function isTooLong(value: Value): boolean {
  if (typeof value === 'string') return value.length > MAX_TEXT_LENGTH
  return Array.isArray(value) && value.some(isTooLong)
}

/**
 * What is wrong with the variable a block keeps its answer in: only the host may set it (requirements.md KAR-14…16),
 * or it cannot hold a `given`; null for whatever comes. Text holds everything. `kind` begins the finding's code.
 */
export function keptFindings(
  id: VariableId | null,
  path: KindFinding['path'],
  given: ValueType | null,
  kind: string,
  context: CheckContext,
): readonly KindFinding[] {
  const variable = context.variable(id)
  if (!variable) return []
  if (isReadOnly(variable.name)) {
    const words = unsaid('variable/read-only', { name: variable.name })
    return [{ code: 'variable/read-only', severity: 'error', ...words, path }]
  }
  if (given === null || variable.valueType === given || variable.valueType === 'text') return []
  const { name, valueType: holds } = variable
  const words = unsaid('variable/wrong-type', { name, given, holds })
  return [{ code: `${kind}/wrong-variable`, severity: 'error', ...words, path }]
}
