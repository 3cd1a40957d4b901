/** A piece of text that is put in the place of another. */
export type TextChange = Readonly<{ from: number; to: number; insert: string }>

export const MARKS = { bold: '*', italic: '_', strike: '~', code: '`' } as const
export type MarkName = keyof typeof MARKS

const SIGNS: ReadonlySet<string> = new Set(Object.values(MARKS))

type Range = Readonly<{ from: number; to: number }>

/**
 * Puts marks around a selection, or takes them away where they are. Marks hold within a line, so every line gets its
 * own; blanks at the ends stay outside. `select` is what is selected then: the words without their marks.
 */
export function toggleMark(
  text: string,
  { from, to }: Range,
  mark: string,
): { changes: readonly TextChange[]; select: Range } {
  if (from === to) return atCaret(text, from, mark)
  const lines = linesIn(text, from, to).map(line => core(text, line))
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return { changes: [], select: { from, to } }
  const depths = lines.map(line => depthOf(text, line, mark))
  const isMarked = depths.every(depth => depth > 0)
  const changes = lines.flatMap((line, index) => {
    const depth = depths[index] ?? 0
    return isMarked
      ? [cut(line.from - depth), cut(line.to + depth - 1)]
      : [put(line.from, mark), put(line.to, mark)]
  })
  const step = isMarked ? -1 : 1
  return { changes, select: { from: first.from + step, to: last.to + step * (2 * lines.length - 1) } }
}

function atCaret(text: string, at: number, mark: string): ReturnType<typeof toggleMark> {
  const isBetween = text.slice(at - 1, at) === mark && text.startsWith(mark, at)
  if (isBetween) {
    const from = at - 1
    return { changes: [{ from, to: at + 1, insert: '' }], select: { from, to: from } }
  }
  const inside = at + 1
  return { changes: [put(at, mark + mark)], select: { from: inside, to: inside } }
}

/** The words of a range without the pairs of marks around them. */
function core(text: string, { from, to }: Range): Range {
  const isPair = to - from > 2 && SIGNS.has(text.charAt(from)) && text[from] === text[to - 1]
  return isPair ? core(text, { from: from + 1, to: to - 1 }) : { from, to }
}

/** How many pairs of marks out from the words a mark stands; 0 when it does not. */
function depthOf(text: string, { from, to }: Range, mark: string): number {
  for (let depth = 1; depth <= SIGNS.size; depth += 1) {
    const sign = text.charAt(from - depth)
    if (!SIGNS.has(sign) || sign !== text.charAt(to + depth - 1)) return 0
    if (sign === mark) return depth
  }
  return 0
}

function linesIn(text: string, from: number, to: number): readonly Range[] {
  const found: Range[] = []
  let start = from
  for (const line of text.slice(from, to).split('\n')) {
    const lead = line.length - line.trimStart().length
    if (line.trim() !== '') found.push({ from: start + lead, to: start + lead + line.trim().length })
    start += line.length + 1
  }
  return found
}

function put(at: number, insert: string): TextChange {
  return { from: at, to: at, insert }
}

function cut(at: number): TextChange {
  return { from: at, to: at + 1, insert: '' }
}
