import { usesOfVariables } from '../../blocks/edits/uses-of-variable.ts'
import { ChangeSet } from '../../edit/changes.ts'
import { isPredefined, PREDEFINED_VARIABLES } from '../../document/predefined-variables.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Variables nobody uses, secrets that are written down, and predefined ones that are not there. */
export const checkVariables: BotCheck = function* (context): Iterable<Issue> {
  const { document } = context
  const uses = usesOfVariables(document)
  for (const variable of document.all('variable')) {
    if (!isPredefined(variable.name) && !uses.has(variable.id))
      yield { code: 'variable/unused', severity: 'hint', message: `${variable.name} is not used anywhere.`, record: variable.id }
    if (variable.secret && variable.initial !== null) {
      const changes = new ChangeSet(document).put({ ...variable, initial: null }).done()
      const fix = { label: 'Remove the initial value', changes }
      yield { code: 'variable/secret-written', severity: 'error', message: `${variable.name} is secret, but its initial value is part of the bot.`, record: variable.id, fix }
    }
  }
  for (const { name } of PREDEFINED_VARIABLES)
    if (!context.variables.has(name))
      yield { code: 'variable/predefined-missing', severity: 'warning', message: `The predefined variable ${name} is missing.`, record: document.bot.id }
}
