import { FAULTS, type FaultCode } from './faults.ts'

/** One thing that is wrong at one place. `pointer` is an id, a JSON path or a line, whatever finds the place. */
export type Problem = Readonly<{ code: string; message: string; pointer?: string }>

/** An expected failure as a value: a stable code, one sentence for people, and the single places if there are several. */
export type Fault = Readonly<{ ok: false; code: FaultCode; message: string; problems?: readonly Problem[] }>
export type Ok<T> = Readonly<{ ok: true; value: T }>
export type Result<T> = Ok<T> | Fault

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Builds a fault: the table's sentence, then where it happened and the way out. */
export function fault(code: FaultCode, detail?: string, problems?: readonly Problem[]): Fault {
  const message = detail ? `${FAULTS[code]} ${detail}` : FAULTS[code]
  return problems ? { ok: false, code, message, problems } : { ok: false, code, message }
}
