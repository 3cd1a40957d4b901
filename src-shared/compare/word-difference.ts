/** A piece of a text that is in both, or only before, or only after. */
export type WordPiece = Readonly<{ is: 'same' | 'removed' | 'added'; text: string }>

/** Texts with more words than this on each side, beside what they begin and end with alike, are told as a whole. */
const MOST_WORDS = 600

/**
 * How one text became another, word by word. The pieces that are not added make up the one, those that are not removed
 * the other.
 */
export function wordDifference(before: string, after: string): readonly WordPiece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const pieces: WordPiece[] = []
  const tell = (is: WordPiece['is'], words: readonly string[]) => push(pieces, is, words.join(''))
  tell('same', a.slice(0, start))
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) {
    tell('removed', left)
    tell('added', right)
  } else tellInner(left, right, tell)
  tell('same', a.slice(a.length - end))
  return pieces
}

/** Words, single signs, and the blanks between. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? []
}

function tellInner(
  a: readonly string[],
  b: readonly string[],
  tell: (is: WordPiece['is'], words: readonly string[]) => void,
): void {
  const longest = commonLengths(a, b)
  const at = (i: number, j: number) => longest[i * (b.length + 1) + j] ?? 0
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      tell('same', a.slice(i, i + 1))
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      tell('removed', a.slice(i, i + 1))
      i += 1
    } else {
      tell('added', b.slice(j, j + 1))
      j += 1
    }
  }
  tell('removed', a.slice(i))
  tell('added', b.slice(j))
}

/** By row and column: how many words the rests from there have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j
      const [down, right] = [longest[here + width] ?? 0, longest[here + 1] ?? 0]
      longest[here] = a[i] === b[j] ? (longest[here + width + 1] ?? 0) + 1 : Math.max(down, right)
    }
  return longest
}

/** What was removed stands before what was added in its place. */
function push(pieces: WordPiece[], is: WordPiece['is'], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  if (last?.is === is) pieces[pieces.length - 1] = { is, text: last.text + text }
  else if (is === 'removed' && last?.is === 'added' && before?.is === 'removed')
    pieces[pieces.length - 2] = { is, text: before.text + text }
  else if (is === 'removed' && last?.is === 'added') pieces.splice(-1, 0, { is, text })
  else pieces.push({ is, text })
}
