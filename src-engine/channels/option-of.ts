import { localIdSchema } from '../../src-shared/document/ids.ts'

/** The option that was tapped, where it is one of a bot; what else was set up at the provider is only a text. */
export function optionOf(id: string | undefined): { option?: string } {
  const known = localIdSchema.safeParse(id)
  return known.success ? { option: known.data } : {}
}
