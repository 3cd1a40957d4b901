import { formatValue } from '../expression/format-value.ts'
import { parseTemplate } from '../expression/template.ts'
import type { Value } from '../kit/value.ts'
import { compilePlaces } from './compile-places.ts'
import type { CompileContext, CompiledText } from './kind.ts'

/**
 * Makes a JSON text with places to fill in. A place between quotes becomes part of that string, escaped; one that
 * stands alone becomes a JSON value of its own: text with quotes, a number, true, null or a list. Whatever a customer
 * wrote, it stays a value.
 */
export function compileJsonTemplate(source: string, context: CompileContext): CompiledText {
  let isInString = false
  const pieces = compilePlaces(source, context).map(part => {
    if (typeof part === 'string') {
      isInString = endsInString(part, isInString)
      return part
    }
    const write = isInString ? inString : alone
    return (turn: Parameters<typeof part>[0]) => write(part(turn))
  })
  return turn => pieces.map(piece => (typeof piece === 'string' ? piece : piece(turn))).join('')
}

/** Whether the text is JSON when its places are filled in. */
export function isJsonTemplate(source: string): boolean {
  let isInString = false
  const sample = parseTemplate(source).parts.map(part => {
    if (typeof part !== 'string') return isInString ? 'x' : '0'
    isInString = endsInString(part, isInString)
    return part
  })
  try {
    JSON.parse(sample.join(''))
    return true
  } catch {
    return false
  }
}

function endsInString(text: string, begins: boolean): boolean {
  let isInString = begins
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isInString = !isInString
    else if (text[at] === '\\' && isInString) at += 1
  }
  return isInString
}

function inString(value: Value): string {
  return JSON.stringify(formatValue(value)).slice(1, -1)
}

function alone(value: Value): string {
  return JSON.stringify(value)
}
