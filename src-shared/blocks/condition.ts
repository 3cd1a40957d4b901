import { z } from 'zod'
import { formula } from '../document/field-types.ts'
import { localIdSchema } from '../document/ids.ts'
import { defineKind, type Outcome } from './kind.ts'

export const MAX_BRANCHES = 50

const schema = z.strictObject({
  branches: z
    .array(z.strictObject({ id: localIdSchema, name: z.string().max(80), when: formula }))
    .min(1, 'a condition needs a branch')
    .max(MAX_BRANCHES, `a condition holds at most ${MAX_BRANCHES} branches`),
})

type Data = z.infer<typeof schema>

const ELSE = { go: 'port', port: 'else' } as const

/**
 * Takes the first branch whose formula is true, else the port `else`, which is mandatory (requirements.md NHN-16).
 * A formula that fails counts as not true and leaves an event.
 */
export const condition = defineKind({
  name: 'condition',
  family: 'decide',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ newId }): Data => ({ branches: [{ id: `br_${newId()}`, name: '', when: '' }] }),
  ports: data => [
    ...data.branches.map(({ id }) => ({ id, role: 'option', required: true }) as const),
    { id: 'else', role: 'fallback', required: true },
  ],
  summary: data => data.branches.map(({ name, when }) => name || when).join(' · '),
  compile(data, context) {
    const branches = data.branches.map(({ id, when }) => ({
      test: context.formula(when),
      outcome: { go: 'port', port: id } as Outcome,
    }))
    return {
      enter(turn) {
        for (const { test, outcome } of branches) if (isTrue(test(turn))) return outcome
        return ELSE
      },
    }
  },
})

/** Empty, zero, empty text and an empty list are false, as in expressions. */
function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}
