import { z } from 'zod'

/** A SHA-256 as text: what content and files are called by. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex')
