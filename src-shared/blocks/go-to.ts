import { z } from 'zod'
import { requiredBlock } from '../document/field-types.ts'
import { defineKind, type Outcome } from './kind.ts'

const schema = z.strictObject({ block: requiredBlock })

const CLOSE: Outcome = { go: 'close' }

/**
 * Jumps to a block of this or another flow without coming back (requirements.md NHN-15). A jump into another flow
 * leaves the sub-flows the conversation is in. Without a target the conversation closes, and the checks say so.
 */
export const goTo = defineKind({
  name: 'goTo',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): z.infer<typeof schema> => ({ block: null }),
  ports: () => [],
  summary: (data, { blockTitle }) => blockTitle(data.block),
  compile({ block }) {
    const outcome: Outcome = block === null ? CLOSE : { go: 'jump', block }
    return { enter: () => outcome }
  },
})
