import type { FaultCode } from '../kit/faults.ts'
import { faultWords } from '../kit/result.ts'
import type { Words } from '../kit/say.ts'
import type { Said } from '../kit/sentences/said.ts'

/** The only thing evaluating throws; the runtime turns it into an event. `start` and `end` are places in the source. */
export class ExpressionError extends Error {
  readonly code: FaultCode
  readonly start: number
  readonly end: number

  readonly said: Said | undefined

  constructor(code: FaultCode, at: { start: number; end: number }, detail?: string | Words) {
    const { message, said } = faultWords(code, detail)
    super(message)
    this.said = said
    this.code = code
    this.start = at.start
    this.end = at.end
  }
}
