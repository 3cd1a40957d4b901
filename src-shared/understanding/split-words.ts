const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that write words without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu
const STARTS_UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
/** Letters drawn out: "hellooo" is "hello", "goood" is "good". */
const DRAWN_OUT = /(\p{L})\1{2,}(?!\p{L})/gu
const DRAWN_OUT_INSIDE = /(\p{L})\1{2,}/gu
/** Longer ones are no words of any language. */
const MOST_LETTERS = 40

/**
 * The words of a folded text. Scripts without spaces give overlapping pairs of signs, as search engines do: a
 * dictionary (Intl.Segmenter) would depend on the ICU of the host, and the simulator and the engine must agree.
 */
export function splitWords(folded: string): string[] {
  const words: string[] = []
  for (const [run] of folded.replace(DRAWN_OUT, '$1').replace(DRAWN_OUT_INSIDE, '$1$1').matchAll(WORD)) {
    if (/^[a-z0-9]+$/.test(run)) words.push(run.slice(0, MOST_LETTERS))
    else for (const [part] of run.matchAll(UNSPACED)) pushPart(words, part)
  }
  return words
}

function pushPart(words: string[], part: string): void {
  if (!STARTS_UNSPACED.test(part)) {
    words.push(part.slice(0, MOST_LETTERS))
    return
  }
  const signs = [...part]
  if (signs.length === 1) words.push(part)
  for (let index = 0; index + 1 < signs.length; index += 1) words.push(`${signs[index]}${signs[index + 1]}`)
}
