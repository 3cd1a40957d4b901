import type { FaultCode } from '../kit/faults.ts'
import { type Fault, fault } from '../kit/result.ts'
import type { Words } from '../kit/say.ts'

/** Why a formula is not read, on its way out of the parser; `parseExpression` makes a value of it. */
export class Refusal extends Error {
  readonly fault: Fault
  constructor(refused: Fault) {
    super(refused.message)
    this.fault = refused
  }
}

export function refuse(code: FaultCode, at: { start: number; end: number }, detail?: string | Words): never {
  throw new Refusal(refused(code, at, detail))
}

/** A fault that points at `start-end` of the source. */
export function refused(code: FaultCode, at: { start: number; end: number }, detail?: string | Words): Fault {
  const { message } = fault(code, detail)
  return fault(code, detail, [{ code, message, pointer: `${at.start}-${at.end}` }])
}
