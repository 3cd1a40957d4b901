import { z } from 'zod'
import { formula } from '../document/field-types.ts'
import { variableNameSchema } from '../document/records.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { defineKind, type KindFinding } from './kind.ts'

export const MAX_EVENT_VALUES = 20

const schema = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9._-]{0,64}$/, 'use up to 64 letters, digits, dots, - or _'),
  values: z
    .array(z.strictObject({ name: variableNameSchema, value: formula }))
    .max(MAX_EVENT_VALUES, `an event carries at most ${MAX_EVENT_VALUES} values`),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const ERROR = { go: 'port', port: 'error' } as const

/**
 * Tells the systems of the company that something happened, with values (requirements.md IMI-10). When a formula
 * fails, nothing is told and the conversation leaves at `error`, or goes on at `next` with nothing connected there.
 */
export const raiseEvent = defineKind({
  name: 'raiseEvent',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({ name: '', values: [] }),
  ports: () => [
    { id: 'next', role: 'next', required: true },
    { id: 'error', role: 'error', required: false },
  ],
  summary: ({ name, values }) =>
    [name, ...values.map(({ name: key, value }) => `${key} = ${value}`)].join('\n'),
  check: data => findings(data),
  compile({ name, values }, context) {
    const onError = context.connected('error') ? ERROR : NEXT
    const parts = values.map(({ name: key, value }) => ({ key, value: context.formula(value) }))
    return {
      enter(turn) {
        const told: [string, Value][] = []
        for (const { key, value } of parts) {
          const result = value(turn)
          if (result === undefined) return onError
          told.push([key, result])
        }
        if (name !== '') turn.raise(name, Object.fromEntries(told))
        return NEXT
      },
    }
  },
})

function findings({ name, values }: Data): readonly KindFinding[] {
  const keys = values.map(value => value.name)
  const twice = keys.flatMap((key, index): readonly KindFinding[] =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            code: 'raiseEvent/value-twice',
            severity: 'error',
            ...unsaid('message/there-twice', { name: key }),
            path: ['values', index, 'name'],
          },
        ],
  )
  if (name !== '') return twice
  const words = unsaid('raiseEvent/no-name', {})
  return [{ code: 'raiseEvent/no-name', severity: 'error', ...words, path: ['name'] }, ...twice]
}
