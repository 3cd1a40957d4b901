import { z } from 'zod'
import type { Value, ValueType } from '../kit/value.ts'
import { formula, variableRef } from './field-types.ts'
import { defineKind } from './kind.ts'

const schema = z.strictObject({
  assignments: z
    .array(z.strictObject({ variable: variableRef, value: formula }))
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
  compile(data, context) {
    const steps = data.assignments.flatMap((assignment) => {
      const variable = context.variable(assignment.variable)
      return variable ? [{ variable, value: context.formula(assignment.value) }] : []
    })
    const onError = context.connected('error') ? ERROR : NEXT
    return {
      enter(turn) {
        for (const { variable, value } of steps) {
          const result = value(turn)
          if (result === undefined) return onError
          const fitting = fit(result, variable.valueType)
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

/** A value as the declared type, or undefined when it cannot be one (requirements.md NHN-16: coerced by type). */
export function fit(value: Value, type: ValueType): Value | undefined {
  if (value === null) return null
  switch (type) {
    case 'number': {
      if (typeof value === 'number') return value
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
      return Number.isFinite(number) ? number : undefined
    }
    case 'text':
      return Array.isArray(value) ? value.join(', ') : String(value)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined
    case 'list':
      return Array.isArray(value) ? value : typeof value === 'boolean' ? undefined : [value as string | number]
  }
}
