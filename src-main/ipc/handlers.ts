import type { ArgsOf, CallName, ValueOf } from '../../src-shared/ipc/contract.ts'
import type { Result } from '../../src-shared/kit/result.ts'

/** What answers one call of the contract. */
export type Handler<C extends CallName> = (
  args: ArgsOf<C>,
) => Result<ValueOf<C>> | Promise<Result<ValueOf<C>>>

/** One handler for every call: leave one out and the compiler says which. */
export type Handlers = Readonly<{ [C in CallName]: Handler<C> }>
