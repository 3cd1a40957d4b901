import { type NameUse, parseExpression } from './parse-expression.ts'
import { parseTemplate } from './template.ts'

/** A formula with a variable's new name at every use; a formula that cannot be read stays as it is. */
export function renameInExpression(source: string, from: string, to: string): string {
  const parsed = parseExpression(source)
  return parsed.ok ? replaceAt(source, parsed.value.names, from, to) : source
}

/** The same for a text with `{{ }}` places. */
export function renameInTemplate(source: string, from: string, to: string): string {
  return source.includes('{{') ? replaceAt(source, parseTemplate(source).names, from, to) : source
}

function replaceAt(source: string, names: readonly NameUse[], from: string, to: string): string {
  let renamed = ''
  let done = 0
  for (const { name, start, end } of [...names].sort((a, b) => a.start - b.start)) {
    if (name !== from) continue
    renamed += source.slice(done, start) + to
    done = end
  }
  return renamed + source.slice(done)
}
