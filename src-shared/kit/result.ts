import { FAULTS, type FaultCode } from './faults.ts'
import type { Words } from './say.ts'
import type { Said } from './sentences/said.ts'

/** One thing that is wrong at one place. `pointer` is an id, a JSON path or a line, whatever finds the place. */
export type Problem = Readonly<{ code: string; message: string; pointer?: string; said?: Said }>

/** An expected failure as a value: a stable code, one sentence for people, and the single places if there are several. */
export type Fault = Readonly<{
  ok: false
  code: FaultCode
  message: string
  said?: Said
  problems?: readonly Problem[]
}>
export type Ok<T> = Readonly<{ ok: true; value: T }>
export type Result<T> = Ok<T> | Fault

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Builds a fault: the table's sentence, then where it happened and the way out. */
export function fault(code: FaultCode, detail?: string | Words, problems?: readonly Problem[]): Fault {
  const made = { ok: false, code, ...faultWords(code, detail) } as const
  return problems ? { ...made, problems } : made
}

/** The sentence of a fault; with what it takes to say it in another language where its detail can be. */
export function faultWords(code: FaultCode, detail?: string | Words): { message: string; said?: Said } {
  if (!detail) return { message: FAULTS[code] }
  if (typeof detail === 'string') return { message: `${FAULTS[code]} ${detail}` }
  const said: Said = { key: 'fault', values: { code, detail: detail.said } }
  return { message: `${FAULTS[code]} ${detail.message}`, said }
}

/** What it takes to say a fault in another language; a detail that was only written in English stays as it is. */
export function saidOf({
  code,
  message,
  said,
}: Readonly<{ code: FaultCode; message: string; said?: Said | undefined }>): Said {
  if (said) return said
  const detail = message.startsWith(FAULTS[code]) ? message.slice(FAULTS[code].length).trim() : message
  return { key: 'fault', values: { code, detail: detail || null } }
}
