import type { z } from 'zod'

/** One call of the contract: what it is given, checked at the border, and what it answers. */
export function call<Args, Value>(args: z.ZodType<Args>) {
  return { args } as { readonly args: z.ZodType<Args>; readonly value?: Value }
}
