import type { ExpressionProblem } from './check-expression.ts'
import { compileExpression } from './compile-expression.ts'
import { allowText, type Evaluate, type EvaluationContext } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import { formatValue } from './format-value.ts'
import { type Expression, type NameUse, parseExpression } from './parse-expression.ts'

/** One `{{ … }}` of a text; `start` and `end` are the place of what is between the braces. */
export type TemplatePart = Readonly<{
  expression: Expression
  fallback: string | null
  start: number
  end: number
}>

/**
 * A text with places to fill in: `{{ expression }}`, or `{{NAME|fallback}}` for a variable that may be empty
 * (requirements.md KAR-13, KAR-18). A part that cannot be read stays as it is written and is a problem.
 */
export type Template = Readonly<{
  source: string
  parts: readonly (string | TemplatePart)[]
  names: readonly NameUse[]
  problems: readonly ExpressionProblem[]
}>

export type RenderProblem = ExpressionProblem

const WITH_FALLBACK = /^(\s*[A-Za-z_][A-Za-z0-9_]*\s*)\|(?!\|)([\s\S]*)$/

/**
 * Finds the places of a text. Total; a `{{` that is not closed is text. A place ends at the first `}}`, even in quotes.
 * Who reads many texts gives a `read` that remembers: the same few places stand in most of them.
 */
export function parseTemplate(source: string, read = parseExpression): Template {
  const parts: (string | TemplatePart)[] = []
  const names: NameUse[] = []
  const problems: ExpressionProblem[] = []
  let done = 0
  for (let first = source.indexOf('{{'); first >= 0; first = source.indexOf('{{', done)) {
    const close = source.indexOf('}}', first + 2)
    if (close < 0) break
    // Braces that are opened again before they close were never meant as a place: "{{ {{NAME}}".
    const open = source.lastIndexOf('{{', close - 2)
    if (open > done) parts.push(source.slice(done, open))
    const place = { source: source.slice(open + 2, close), start: open + 2, end: close }
    const part = parsePart(place, { names, problems, read })
    parts.push(part ?? source.slice(open, close + 2))
    done = close + 2
  }
  if (done < source.length) parts.push(source.slice(done))
  return { source, parts, names, problems }
}

type Reading = Readonly<{ names: NameUse[]; problems: ExpressionProblem[]; read: typeof parseExpression }>

function parsePart(
  place: { source: string; start: number; end: number },
  { names, problems, read }: Reading,
): TemplatePart | null {
  const withFallback = place.source.includes('|') ? WITH_FALLBACK.exec(place.source) : null
  const parsed = read(withFallback?.[1] ?? place.source)
  if (!parsed.ok) {
    const [from = 0, to = place.source.length] = (parsed.problems?.[0]?.pointer ?? '').split('-').map(Number)
    problems.push({
      code: parsed.code,
      message: parsed.message,
      ...(parsed.said ? { said: parsed.said } : {}),
      start: place.start + from,
      end: place.start + to,
    })
    return null
  }
  for (const { name, start, end } of parsed.value.names)
    names.push({ name, start: place.start + start, end: place.start + end })
  return {
    expression: parsed.value,
    fallback: withFallback?.[2]?.trim() ?? null,
    start: place.start,
    end: place.end,
  }
}

/** Fills a text in. A place that fails becomes nothing and is told to `onProblem`, with its offsets in the whole text. */
export type CompiledTemplate = (
  context: EvaluationContext,
  onProblem: (problem: RenderProblem) => void,
) => string

/**
 * Makes a function of a text; a text without places is returned as it is, without work. `present` makes a value fit
 * for the text it goes into, such as one with markup.
 */
export function compileTemplate(
  template: Template,
  present: (value: string) => string = asItIs,
): CompiledTemplate {
  const parts = template.parts.map(part => (typeof part === 'string' ? part : compilePart(part, present)))
  const [only] = parts
  if (parts.length === 0) return () => ''
  if (parts.length === 1 && typeof only === 'string') return () => only
  return (context, onProblem) => {
    let text = ''
    for (const part of parts) text += typeof part === 'string' ? part : part(context, onProblem)
    return text
  }
}

function asItIs(value: string): string {
  return value
}

function compilePart(part: TemplatePart, present: (value: string) => string): CompiledTemplate {
  const evaluate: Evaluate = compileExpression(part.expression)
  const { fallback, start } = part
  return (context, onProblem) => {
    try {
      const value = evaluate(context)
      if (fallback !== null && (value === null || value === '')) return fallback
      const text = typeof value === 'string' ? value : formatValue(value, context.locale)
      allowText(text.length, context, part.expression.ast)
      return present(text)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      onProblem({
        code: error.code,
        message: error.message,
        start: start + error.start,
        end: start + error.end,
      })
      return ''
    }
  }
}
