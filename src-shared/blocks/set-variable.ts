import { z } from 'zod'
import { formula, requiredVariable } from '../document/field-types.ts'
import { isReadOnly } from '../document/predefined-variables.ts'
import { unsaid } from '../kit/say.ts'
import { fitValue } from './fit-value.ts'
import { defineKind } from './kind.ts'

const schema = z.strictObject({
  assignments: z
    .array(z.strictObject({ variable: requiredVariable, value: formula }))
    .min(1, 'choose a variable')
    .max(50, 'a block sets at most 50 variables'),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const ERROR = { go: 'port', port: 'error' } as const

/**
 * Sets variables to the values of formulas, from top to bottom (requirements.md NHN-18). A formula that fails, or
 * whose value does not fit the variable, leaves at `error`; the variables above it keep their new values. With
 * `error` unconnected the conversation goes on at `next`.
 */
export const setVariable = defineKind({
  name: 'setVariable',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({ assignments: [{ variable: null, value: '' }] }),
  ports: () => [
    { id: 'next', role: 'next', required: true },
    { id: 'error', role: 'error', required: false },
  ],
  summary: (data, { variableName }) =>
    data.assignments.map(({ variable, value }) => `${variableName(variable)} = ${value}`).join('\n'),
  check: (data, context) =>
    data.assignments.flatMap(({ variable }, index) => {
      const name = context.variable(variable)?.name
      if (!name || !isReadOnly(name)) return []
      const words = unsaid('variable/read-only', { name })
      return [
        { code: 'variable/read-only', severity: 'error', ...words, path: ['assignments', index, 'variable'] },
      ]
    }),
  compile(data, context) {
    const steps = data.assignments.flatMap(assignment => {
      const variable = context.variable(assignment.variable)
      return variable ? [{ variable, value: context.formula(assignment.value) }] : []
    })
    const onError = context.connected('error') ? ERROR : NEXT
    return {
      enter(turn) {
        for (const { variable, value } of steps) {
          const result = value(turn)
          if (result === undefined) return onError
          const fitting = fitValue(result, variable.valueType)
          if (fitting === undefined) {
            turn.misfit(variable, result)
            return onError
          }
          turn.set(variable, fitting)
        }
        return NEXT
      },
    }
  },
})
