import type { VariableId } from '../document/ids.ts'
import { unsaid } from '../kit/say.ts'
import type { MessageOption } from '../message/message.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import type { CheckContext, CompileContext, CompiledVariable, KindFinding, Turn } from './kind.ts'

type ListData = Readonly<{
  labels: VariableId | null
  values: VariableId | null
  saveTo: VariableId | null
}>

/** Options made of a list when a menu is shown; their places are those of the list. */
export function listOptions(
  data: ListData,
  context: CompileContext,
): Readonly<{
  options(turn: Turn): readonly MessageOption[]
  /** Keeps what the option at this place stands for. */
  keep(turn: Turn, at: number): void
}> {
  const labels = context.variable(data.labels)
  const values = context.variable(data.values)
  const variable = context.variable(data.saveTo)
  return {
    // A blank label could be neither read nor tapped; its number says at least that there is something.
    options: turn =>
      itemsOf(turn, labels).map((item, at) => ({
        id: `opt_dyn-${at + 1}`,
        label: String(item).trim() === '' ? String(at + 1) : String(item),
      })),
    keep(turn, at) {
      const value = itemsOf(turn, values)[at] ?? itemsOf(turn, labels)[at] ?? null
      if (variable) keepValue(turn, variable, value)
    },
  }
}

function itemsOf(turn: Turn, variable: CompiledVariable | null): readonly (string | number)[] {
  const value = variable ? turn.value(variable) : null
  return Array.isArray(value) ? value : []
}

/** What is wrong with the variables of a list of options. */
export function listFindings(list: ListData, context: CheckContext): readonly KindFinding[] {
  const notLists = (['labels', 'values'] as const).flatMap((member): readonly KindFinding[] => {
    const variable = context.variable(list[member])
    if (!variable || variable.valueType === 'list') return []
    const words = unsaid('menu/wrong-list', { name: variable.name, holds: variable.valueType })
    return [{ code: 'menu/wrong-list', severity: 'error', ...words, path: ['list', member] }]
  })
  return [...notLists, ...keptFindings(list.saveTo, ['list', 'saveTo'], null, 'menu', context)]
}
