import { z } from 'zod'
import { localizedText } from '../document/field-types.ts'
import { defineKind, type Outcome } from './kind.ts'

/** `close` ends the conversation; `return` goes back to the flow that called this one, or ends where none did. */
export const END_MODES = ['close', 'return'] as const

const schema = z.strictObject({ mode: z.enum(END_MODES), text: localizedText })

/** Ends the conversation or returns from a sub-flow, after an optional last text. */
export const end = defineKind({
  name: 'end',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): z.infer<typeof schema> => ({ mode: 'close', text: { [locale]: '' } }),
  ports: () => [],
  summary: (data, { text }) => text(data.text),
  compile(data, context) {
    const text = context.text(data.text)
    const outcome: Outcome = { go: data.mode }
    return {
      enter(turn) {
        const last = text(turn)
        if (last !== '') turn.say({ text: last })
        return outcome
      },
    }
  },
})
