/** What a line can hold. */
type Single = string | number | boolean

/** Values by name, and the first line that is none. */
export type ReadLines = Readonly<{ values: Readonly<Record<string, Single>>; wrong: string | null }>

const PAIR = /^\s*([A-Z][A-Z0-9_]{0,63})\s*[=:]\s*(.*?)\s*$/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Reads lines such as `ORDER = 12`: numbers, `true` and `false` are what they look like, all else is text. */
export function readValueLines(text: string): ReadLines {
  const values: Record<string, Single> = {}
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, name, value = ''] = PAIR.exec(line) ?? []
    if (name === undefined) return { values, wrong: line.trim() }
    values[name] = readValue(value)
  }
  return { values, wrong: null }
}

function readValue(text: string): Single {
  if (text === 'true' || text === 'false') return text === 'true'
  return NUMBER.test(text) ? Number(text) : text
}
