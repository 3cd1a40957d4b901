import { type Fault, fault } from '../src-shared/kit/result.ts'

/** Why an engine cannot start; its message is for the person who starts it. */
export class StartFault extends Error {
  readonly fault: Fault

  constructor(reason: Fault) {
    super(reason.message)
    this.name = 'StartFault'
    this.fault = reason
  }

  /** What listening failed with; anything that is not about the address stays as it is. */
  static of(error: unknown, address: string): unknown {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      return new StartFault(
        fault(
          'engine-config/invalid',
          `Something else listens on ${address}. Choose another PARLEY_ENGINE_PORT.`,
        ),
      )
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return new StartFault(fault('engine-config/invalid', `It may not listen on ${address} (${code}).`))
    return error
  }
}
