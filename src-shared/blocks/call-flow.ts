import { z } from 'zod'
import { formula, requiredFlow, requiredVariable } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import {
  type CheckContext,
  type CompileContext,
  type CompiledFormula,
  type CompiledVariable,
  defineKind,
  type KindFinding,
  type Outcome,
  type Turn,
} from './kind.ts'

export const MAX_PASSED = 20

const passed = z
  .array(z.strictObject({ variable: requiredVariable, value: formula }))
  .max(MAX_PASSED, `at most ${MAX_PASSED} values`)

const schema = z.strictObject({
  flow: requiredFlow,
  /** Values variables have while the flow runs; they get their own back when it returns. */
  inputs: passed.optional(),
  /** Values taken from what the flow left, when it returns. */
  results: passed.optional(),
})

type Data = z.infer<typeof schema>
type Passed = NonNullable<Data['inputs']>

const NEXT: Outcome = { go: 'port', port: 'next' }

/**
 * Runs another flow from its entry and goes on at `next` when that flow returns (requirements.md NHN-15). Inputs are
 * all worked out before the first is set, and results before any variable gets its value back, so their order does not
 * matter. A formula that fails sets nothing. Without a flow it just goes on.
 */
export const callFlow = defineKind({
  name: 'callFlow',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({ flow: null }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { flowName }) => flowName(data.flow),
  check: (data, context) =>
    (['inputs', 'results'] as const).flatMap(list => findings(data[list] ?? [], list, context)),
  compile({ flow, inputs = [], results = [] }, context) {
    if (flow === null) return { enter: () => NEXT }
    const call: Outcome = { go: 'call', flow, port: 'next' }
    if (inputs.length === 0 && results.length === 0) return { enter: () => call }
    const given = compilePassed(inputs, context)
    const taken = compilePassed(results, context)
    const own = new Set(given.map(({ variable }) => variable))
    return {
      enter(turn) {
        turn.memo = Object.fromEntries(given.map(({ variable }) => [variable.name, turn.value(variable)]))
        setAll(turn, valuesOf(turn, given))
        return { ...call, resume: true }
      },
      back(turn) {
        const values = valuesOf(turn, taken)
        for (const variable of own) turn.set(variable, turn.memo?.[variable.name] ?? null)
        setAll(turn, values)
        return NEXT
      },
    }
  },
})

type Passing = Readonly<{ variable: CompiledVariable; value: CompiledFormula }>
type Worked = readonly Readonly<{ variable: CompiledVariable; value: Value }>[]

function compilePassed(rows: Passed, context: CompileContext): readonly Passing[] {
  return rows.flatMap(({ variable, value }) => {
    const found = context.variable(variable)
    return found ? [{ variable: found, value: context.formula(value) }] : []
  })
}

function valuesOf(turn: Turn, rows: readonly Passing[]): Worked {
  return rows.flatMap(({ variable, value }) => {
    const result = value(turn)
    return result === undefined ? [] : [{ variable, value: result }]
  })
}

function setAll(turn: Turn, values: Worked): void {
  for (const { variable, value } of values) keepValue(turn, variable, value)
}

function findings(rows: Passed, list: 'inputs' | 'results', context: CheckContext): readonly KindFinding[] {
  const seen = new Set<string>()
  return rows.flatMap(({ variable }, index): readonly KindFinding[] => {
    const path = [list, index, 'variable']
    const known = variable !== null && seen.has(variable)
    if (variable !== null) seen.add(variable)
    const words = unsaid('callFlow/variable-twice', { name: context.variable(variable)?.name ?? null })
    return known
      ? [{ code: 'callFlow/variable-twice', severity: 'warning', ...words, path }]
      : keptFindings(variable, path, null, 'callFlow', context)
  })
}
