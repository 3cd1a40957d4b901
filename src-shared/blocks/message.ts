import { z } from 'zod'
import { requiredText } from './field-types.ts'
import { defineKind } from './kind.ts'

const schema = z.strictObject({ text: requiredText })

const NEXT = { go: 'port', port: 'next' } as const

/** Says one text and goes on. */
export const message = defineKind({
  name: 'message',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }) => ({ text: { [locale]: '' } as Record<string, string> }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { text }) => text(data.text),
  compile(data, context) {
    const text = context.text(data.text)
    return {
      enter(turn) {
        turn.say({ text: text(turn) })
        return NEXT
      },
    }
  },
})
