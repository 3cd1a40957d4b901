import type { FaultCode } from '../kit/faults.ts'
import { FAULTS } from '../kit/faults.ts'

/** The only thing evaluating throws; the runtime turns it into an event. `start` and `end` are places in the source. */
export class ExpressionError extends Error {
  readonly code: FaultCode
  readonly start: number
  readonly end: number

  constructor(code: FaultCode, at: { start: number; end: number }, detail?: string) {
    super(detail ? `${FAULTS[code]} ${detail}` : FAULTS[code])
    this.code = code
    this.start = at.start
    this.end = at.end
  }
}
