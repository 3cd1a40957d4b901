/** A word or sign of a formula and where it stands; `call` is a name with a bracket behind it. */
export type FormulaToken = Readonly<{
  kind: 'name' | 'call' | 'number' | 'text' | 'word' | 'operator'
  start: number
  end: number
}>

const TOKEN =
  /(?<text>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<operator>[-+*/%^×÷−<>=!&|?:,()[\]]+)/gsu
const WORDS = /^(?:true|false|null)$/i

/** The words and signs of a formula as it is typed, readable or not; for colouring, not for meaning. */
export function formulaTokens(source: string): readonly FormulaToken[] {
  return [...source.matchAll(TOKEN)].map(match => {
    const { text, number, name } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    if (text !== undefined) return { kind: 'text', start, end }
    if (number !== undefined) return { kind: 'number', start, end }
    if (name === undefined) return { kind: 'operator', start, end }
    if (WORDS.test(name)) return { kind: 'word', start, end }
    return { kind: /^\s*\(/.test(source.slice(end, end + 20)) ? 'call' : 'name', start, end }
  })
}

/** The function whose brackets are around a place, and which of its values stands there, counted from 0. */
export function callAround(source: string, at: number): Readonly<{ name: string; argument: number }> | null {
  const opened: { name: string; argument: number }[] = []
  let before = ''
  for (const { kind, start, end } of formulaTokens(source)) {
    if (start >= at) break
    const written = source.slice(start, Math.min(end, at))
    if (kind !== 'operator') {
      before = kind === 'call' ? written.toUpperCase() : ''
      continue
    }
    for (const sign of written) {
      const innermost = opened.at(-1)
      if (sign === '(' || sign === '[') opened.push({ name: sign === '(' ? before : '', argument: 0 })
      else if (sign === ')' || sign === ']') opened.pop()
      else if (sign === ',' && innermost) innermost.argument += 1
      before = ''
    }
  }
  return opened.findLast(({ name }) => name !== '') ?? null
}
