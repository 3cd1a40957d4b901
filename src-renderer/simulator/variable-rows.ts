import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { VariableId } from '../../src-shared/document/ids.ts'
import { isPredefined, isReadOnly } from '../../src-shared/document/predefined-variables.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import { MASK } from '../../src-shared/runtime/events.ts'
import type { Session } from '../../src-shared/runtime/session.ts'
import { presentSession, type Simulation } from '../../src-shared/runtime/simulation.ts'

/** A variable of a tried conversation: its value now and, when the last turn changed it, before. Secrets are masked. */
export type VariableRow = Readonly<{
  id: VariableId
  name: string
  value: Value
  change: Readonly<{ before: Value }> | null
}>

/** What changed in the last turn comes first, then the bot's own variables, then those every bot has. */
export function variableRows(document: BotDocument, simulation: Simulation): readonly VariableRow[] {
  const now = presentSession(simulation)
  const before = simulation.turns.at(-1)?.before ?? now
  const rows = [...document.all('variable')]
    .filter(({ name }) => !isReadOnly(name))
    .map(variable => ({ row: rowOf(variable, before, now), last: isPredefined(variable.name) }))
  const rank = ({ row, last }: (typeof rows)[number]) => (row.change ? 0 : last ? 2 : 1)
  return rows.sort((a, b) => rank(a) - rank(b)).map(({ row }) => row)
}

function rowOf(variable: VariableRecord, before: Session, now: Session): VariableRow {
  const old = valueIn(before, variable)
  const value = valueIn(now, variable)
  const changed = JSON.stringify(old) !== JSON.stringify(value)
  return {
    id: variable.id,
    name: variable.name,
    value: shown(variable, value),
    change: changed ? { before: shown(variable, old) } : null,
  }
}

function valueIn(session: Session, { name, initial }: VariableRecord): Value {
  return session.values?.[name] ?? initial
}

function shown({ secret }: VariableRecord, value: Value): Value {
  return secret && value !== null && value !== '' ? MASK : value
}
