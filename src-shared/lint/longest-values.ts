import { parseTemplate, type TemplatePart } from '../expression/template.ts'
import type { Value, ValueType } from '../kit/value.ts'
import type { BotWide } from './bot-wide.ts'
import type { Filling } from './rehearse.ts'

/**
 * How long a value may come out that stands for a place in a text; characters. A text a customer typed has no bound,
 * and a name or an address is rarely longer than this.
 */
const LONGEST: Readonly<Record<ValueType, number>> = { text: 64, number: 16, boolean: 5, date: 10, list: 200 }

/** Every place of every text gets the longest value it may come to. */
export function longestValues({ known }: BotWide): Filling {
  const longest = (source: string) => longestOf(source, known)
  return {
    text: longest,
    plain: longest,
    // What begins with a place may be an address, and is one then.
    template: source =>
      source.trimStart().startsWith('{{') ? `https://${longest(source).trimStart()}` : longest(source),
    formula: () => 1,
    valueOf: (_, type) => longestValue(type),
  }
}

function longestValue(type: ValueType): Value {
  if (type === 'list') return ['W'.repeat(20)]
  if (type === 'number') return 999_999_999_999_999
  if (type === 'boolean') return false
  return 'W'.repeat(LONGEST[type])
}

function longestOf(source: string, known: BotWide['known']): string {
  if (!source.includes('{{')) return source
  const length = (part: TemplatePart) => {
    const { ast } = part.expression
    const type = ast.kind === 'name' ? known(ast.name) : undefined
    return LONGEST[type ?? 'text']
  }
  return parseTemplate(source)
    .parts.map(part => (typeof part === 'string' ? part : 'W'.repeat(length(part))))
    .join('')
}
