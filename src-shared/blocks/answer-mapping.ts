import { z } from 'zod'
import { requiredVariable } from '../document/field-types.ts'
import { MAX_TEXT_LENGTH } from '../document/localized.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { fitValue } from './fit-value.ts'
import { findByJsonPath, MAX_FOUND, MAX_PATH_LENGTH, parseJsonPath } from './json-path.ts'
import { keptFindings } from './kept-value.ts'
import type { CheckContext, CompileContext, CompiledVariable, KindFinding, Turn } from './kind.ts'
import { valueOfJson } from './value-of-json.ts'

/** Characters; 1 MiB of them are as many bytes or more (requirements.md NHN-26 E). */
const MAX_ANSWER_LENGTH = 1_048_576
export const MAX_MAPPINGS = 50

export const mappingField = z
  .array(
    z.strictObject({
      /** Where the value is in the answer; see json-path.ts. */
      path: z.string().max(MAX_PATH_LENGTH, `paths hold at most ${MAX_PATH_LENGTH} characters`),
      variable: requiredVariable,
    }),
  )
  .max(MAX_MAPPINGS, `at most ${MAX_MAPPINGS} values are taken from an answer`)

export type MappingData = z.infer<typeof mappingField>

/** Paths that cannot be read, and variables that cannot be set. */
export function mappingFindings(data: MappingData, context: CheckContext): readonly KindFinding[] {
  return data.flatMap(({ path, variable }, index) => {
    const kept = keptFindings(variable, ['mapping', index, 'variable'], null, 'apiCall', context)
    if (parseJsonPath(path)) return kept
    const words = unsaid('apiCall/path', {})
    return [{ code: 'apiCall/path', severity: 'error', ...words, path: ['mapping', index, 'path'] }, ...kept]
  })
}

/**
 * Takes values out of an answer's JSON and keeps them; false when the answer is not what was promised. Then an event
 * says what is wrong, and no variable has changed.
 */
export function compileMapping(
  data: MappingData,
  context: CompileContext,
): (turn: Turn, body: string) => boolean {
  const takes = data.flatMap(({ path, variable: id }) => {
    const variable = context.variable(id)
    return variable ? [{ variable, take: compileTake(path.trim(), variable) }] : []
  })
  if (takes.length === 0) return () => true
  return (turn, body) => {
    const answer = readJson(turn, body)
    if (!answer) return false
    const found: [CompiledVariable, Value][] = []
    for (const { variable, take } of takes) {
      const value = take(turn, answer.json)
      if (value === undefined) return false
      found.push([variable, value])
    }
    for (const [variable, value] of found) turn.set(variable, value)
    return true
  }
}

function readJson(turn: Turn, body: string): { json: unknown } | null {
  if (body.length > MAX_ANSWER_LENGTH) {
    turn.fail('api/bad-answer', 'It is larger than 1 MiB.')
    return null
  }
  try {
    return { json: JSON.parse(body) }
  } catch {
    turn.fail('api/bad-answer', 'It is not JSON.')
    return null
  }
}

/** The value at one path as the variable holds it; undefined when that cannot be, which was said then. */
function compileTake(
  source: string,
  variable: CompiledVariable,
): (turn: Turn, json: unknown) => Value | undefined {
  const path = parseJsonPath(source)
  const { valueType } = variable
  return (turn, json) => {
    const refuse = (message: string) => turn.fail('api/bad-answer', message)
    if (!path) return void refuse(`${source} is no path.`)
    const finding = findByJsonPath(path, json)
    if (finding.found === 'nothing') return void refuse(`There is nothing at ${source}.`)
    if (finding.found === 'tooMany')
      return void refuse(`There are more than ${MAX_FOUND} values at ${source}.`)
    const found = finding.found === 'list' ? finding.values : finding.value
    const value = valueOfJson(found, finding.found === 'list' ? 'list' : valueType)
    if (value === undefined) return void refuse(`What is at ${source} is more than a variable can hold.`)
    const fitting = fitValue(value, valueType)
    if (fitting === undefined) return void turn.misfit(variable, shortened(value))
    if (typeof fitting === 'string' && fitting.length > MAX_TEXT_LENGTH)
      return void refuse(`The values at ${source} are too long for one text.`)
    return fitting
  }
}

/** Events hold no whole answers. */
function shortened(value: Value): Value {
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'string' && value.length > 100 ? `${value.slice(0, 100)}…` : value
}
