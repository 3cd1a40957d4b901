import { fitValue } from '../../blocks/fit-value.ts'
import type { VariableId } from '../../document/ids.ts'
import { isPredefined, PREDEFINED_TYPE, PREDEFINED_VARIABLES } from '../../document/predefined-variables.ts'
import type { VariableRecord } from '../../document/records.ts'
import type { Changes } from '../../edit/edit.ts'
import type { Value } from '../../kit/value.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import type { LintContext } from '../lint-context.ts'

/** Variables nobody uses, initial values that cannot be, secrets written down, and predefined ones that are gone. */
export const checkVariables: BotCheck = context => {
  const { document, wide } = context
  const used = usedNames(context)
  const issues: Issue[] = []
  for (const variable of document.all('variable')) {
    if (!isPredefined(variable.name) && !used.has(variable.name)) issues.push(unused(variable))
    if (variable.secret && variable.initial !== null) issues.push(written(variable))
    else if (!fits(variable)) issues.push(misfit(variable))
  }
  for (const { name, initial, description } of PREDEFINED_VARIABLES) {
    if (wide.variables.has(name)) continue
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
    const fix = document.get(id)
      ? {}
      : { fix: { label: `Add ${name}`, changes: { [id]: { before: null, after } } as Changes } }
    const message = `The predefined variable ${name} is missing.`
    issues.push({
      code: 'variable/predefined-missing',
      severity: 'warning',
      message,
      record: document.bot.id,
      ...fix,
    })
  }
  return issues
}

function usedNames({ subjects }: LintContext): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { facts, references } of subjects) {
    for (const { parsed } of facts.formulas)
      if (parsed?.ok) for (const { name } of parsed.value.names) used.add(name)
    for (const { templates } of facts.texts)
      for (const { template } of templates) for (const { name } of template.names) used.add(name)
    for (const { record } of references) if (record?.type === 'variable') used.add(record.name)
  }
  return used
}

function fits({ initial, valueType }: VariableRecord): boolean {
  const fitting = fitValue(initial, valueType)
  return fitting === initial || (Array.isArray(fitting) && Array.isArray(initial))
}

function unused({ id, name }: VariableRecord): Issue {
  return { code: 'variable/unused', severity: 'hint', message: `${name} is not used anywhere.`, record: id }
}

function written(variable: VariableRecord): Issue {
  const message = `${variable.name} is secret, but its initial value is part of the bot.`
  const fix = { label: 'Remove the initial value', changes: withInitial(variable, null) }
  return { code: 'variable/secret-written', severity: 'error', message, record: variable.id, fix }
}

/** A value that can be read as the type becomes it; another one goes. */
function misfit(variable: VariableRecord): Issue {
  const { id, name, valueType, initial } = variable
  const message = `The initial value of ${name} is not a ${valueType}.`
  const fitting = fitValue(initial, valueType)
  const label = fitting === undefined ? 'Remove the initial value' : 'Mend the initial value'
  const fix = { label, changes: withInitial(variable, fitting ?? null) }
  return { code: 'variable/initial-misfit', severity: 'error', message, record: id, fix }
}

function withInitial(variable: VariableRecord, initial: Value): Changes {
  return { [variable.id]: { before: variable, after: { ...variable, initial } } } as Changes
}
