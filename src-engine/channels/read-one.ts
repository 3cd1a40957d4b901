import { z } from 'zod'
import { type Heard, ignored } from './heard.ts'

/** A text of a provider, of a length that is kept. */
export const text = z.string().max(65_536)

/** Reads one of many: what does not fit is noted as unreadable, and the others go on. */
export function readOne(payload: unknown, read: () => Heard): Heard {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const [first] = error.issues
    return ignored(`It cannot be read: ${first?.path.join('.')}: ${first?.message}.`, payload, 'unreadable')
  }
}
