import { type CallName, contract } from '../../src-shared/ipc/contract.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'
import { faultOfError } from './fault-of-error.ts'
import type { Handlers } from './handlers.ts'

type Answer = Readonly<{ handlers: () => Promise<Result<Handlers>>; log: (error: unknown) => void }>

/**
 * Answers one call of the window: parses what came, runs the handler, and turns what was thrown into a fault. The
 * only place of the main process where errors of calls are caught.
 */
export async function answerCall(
  { handlers, log }: Answer,
  name: unknown,
  args: unknown,
): Promise<Result<unknown>> {
  if (!isCallName(name)) return fault('request/not-found', 'There is no such call.')
  const parsed = contract[name].args.safeParse(args)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fault('request/invalid', `${[name, ...(issue?.path ?? [])].join('.')}: ${issue?.message}.`)
  }
  try {
    const table = await handlers()
    if (!table.ok) return table
    const handle = table.value[name] as (args: unknown) => Promise<Result<unknown>>
    return await handle(parsed.data)
  } catch (error) {
    log(error)
    return faultOfError(error)
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
