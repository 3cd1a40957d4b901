import type { Value, ValueType } from '../kit/value.ts'
import type { Evaluate, EvaluationContext } from './evaluation.ts'

type Span = Readonly<{ start: number; end: number }>

/** What a function's code may ask for besides its values. */
export type CallPlace = Readonly<{ context: EvaluationContext; at: Span }>

export type ParameterType = ValueType | 'any'

/** One function of the language; the reference in docs/ is generated from this table and the tests run its examples. */
export type FunctionSpec = Readonly<{
  parameters: readonly Readonly<{
    name: string
    type: ParameterType
    optional?: boolean
    repeats?: boolean
  }>[]
  returns: ParameterType
  summary: string
  /** With 2026-03-01 as today, in English on WhatsApp, after the customer wrote “Great, thanks!”. */
  examples: readonly Readonly<{ source: string; result: Value }>[]
}> &
  (
    | Readonly<{ run(values: readonly Value[], place: CallPlace): Value }>
    /** Evaluates its arguments itself, so that what is not needed cannot fail. */
    | Readonly<{ runLazily(args: readonly Evaluate[], place: CallPlace): Value }>
  )

/** How many arguments a function takes; `most` is infinite when the last parameter repeats. */
export function arity(spec: FunctionSpec): { least: number; most: number } {
  const least = spec.parameters.filter(({ optional }) => !optional).length
  const repeats = spec.parameters.some(parameter => parameter.repeats)
  return { least, most: repeats ? Number.POSITIVE_INFINITY : spec.parameters.length }
}
