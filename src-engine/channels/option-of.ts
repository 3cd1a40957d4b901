import { localIdSchema } from '../../src-shared/document/ids.ts'

const MAX_PAYLOAD = 1000

/** What was tapped: an option of a bot, or what was set up at the provider, which bots elsewhere are told. */
export function optionOf(id: string | undefined): { option?: string; payload?: string } {
  const known = localIdSchema.safeParse(id)
  if (known.success) return { option: known.data }
  return id ? { payload: id.slice(0, MAX_PAYLOAD) } : {}
}
