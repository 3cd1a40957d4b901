import { fitValue } from '../../blocks/fit-value.ts'
import type { VariableId } from '../../document/ids.ts'
import { isPredefined, PREDEFINED_TYPE, PREDEFINED_VARIABLES } from '../../document/predefined-variables.ts'
import type { VariableRecord } from '../../document/records.ts'
import type { Changes } from '../../edit/edit.ts'
import { unsaid } from '../../kit/say.ts'
import type { Value } from '../../kit/value.ts'
import { botCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'

/** Variables nobody uses, initial values that cannot be, secrets written down, and predefined ones that are gone. */
export const checkVariables = botCheck(['bot', 'variables', 'unused'], ({ bot, variables, unused }) => {
  const issues: Finding[] = unused.filter(({ name }) => !isPredefined(name)).map(notUsed)
  const ids = new Set<VariableId>()
  for (const variable of variables.values()) {
    ids.add(variable.id)
    if (variable.secret && variable.initial !== null) issues.push(written(variable))
    else if (!fits(variable)) issues.push(misfit(variable))
  }
  for (const { name, initial, description } of PREDEFINED_VARIABLES) {
    if (variables.has(name)) continue
    const id = `var_${name.toLowerCase().replaceAll('_', '-')}` as VariableId
    const after: VariableRecord = {
      id,
      type: 'variable',
      name,
      valueType: PREDEFINED_TYPE,
      initial,
      secret: false,
      description,
    }
    const fix = ids.has(id)
      ? {}
      : {
          fix: {
            ...fixLabel('fix/add-variable', { name }),
            changes: { [id]: { before: null, after } } as Changes,
          },
        }
    issues.push({
      code: 'variable/predefined-missing',
      severity: 'warning',
      ...unsaid('variable/predefined-missing', { name }),
      record: bot.id,
      ...fix,
    })
  }
  return issues
})

function fits({ initial, valueType }: VariableRecord): boolean {
  const fitting = fitValue(initial, valueType)
  return fitting === initial || (Array.isArray(fitting) && Array.isArray(initial))
}

function notUsed({ id, name }: VariableRecord): Finding {
  return { code: 'variable/unused', severity: 'hint', ...unsaid('variable/unused', { name }), record: id }
}

function written(variable: VariableRecord): Finding {
  const words = unsaid('variable/secret-written', { name: variable.name })
  const fix = { ...fixLabel('fix/remove-initial', {}), changes: withInitial(variable, null) }
  return { code: 'variable/secret-written', severity: 'error', ...words, record: variable.id, fix }
}

/** A value that can be read as the type becomes it; another one goes. */
function misfit(variable: VariableRecord): Finding {
  const { id, name, valueType, initial } = variable
  const words = unsaid('variable/initial-misfit', { name, type: valueType })
  const fitting = fitValue(initial, valueType)
  const label = fixLabel(fitting === undefined ? 'fix/remove-initial' : 'fix/mend-initial', {})
  const fix = { ...label, changes: withInitial(variable, fitting ?? null) }
  return { code: 'variable/initial-misfit', severity: 'error', ...words, record: id, fix }
}

function withInitial(variable: VariableRecord, initial: Value): Changes {
  return { [variable.id]: { before: variable, after: { ...variable, initial } } } as Changes
}
