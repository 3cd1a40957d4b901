import { parseTemplate, type TemplatePart } from '../expression/template.ts'
import type { Value } from '../kit/value.ts'
import type { CompileContext, Turn } from './kind.ts'

/** A place to fill in; the value is null where it is empty or failed, and the text after `|` where there is one. */
export type CompiledPlace = (turn: Turn) => Value

/**
 * A text in pieces, for kinds that write values in another way than people read them: escaped, or with the same
 * decimal sign in every language. What stands between the places is given back as it is written.
 */
export function compilePlaces(source: string, context: CompileContext): readonly (string | CompiledPlace)[] {
  return parseTemplate(source).parts.map(part =>
    typeof part === 'string' ? part : compilePlace(part, context),
  )
}

function compilePlace({ expression, fallback }: TemplatePart, context: CompileContext): CompiledPlace {
  const evaluate = context.formula(expression.source)
  return turn => {
    const value = evaluate(turn) ?? null
    return fallback !== null && (value === null || value === '') ? fallback : value
  }
}
