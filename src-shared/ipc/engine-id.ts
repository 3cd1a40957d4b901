import { z } from 'zod'

/** An engine in the list of this computer. */
export const engineIdSchema = z.string().regex(/^engine_[A-Za-z0-9-]{1,48}$/)
