export type MadeFaq = Readonly<{ id: string; questions: Readonly<{ en: readonly string[] }> }>

const CONSONANTS = 'bcdfglmnprstv'
const VOWELS = 'aeiou'
const FRAMES = [
  'how do I',
  'what is the',
  'can I have a',
  'where can I find my',
  'do you offer the',
  'when will the',
]
const DIFFERENT_WORDS = 6000

/**
 * Made-up questions, the same at every run, from words as unevenly common as in a language; and texts that ask them:
 * the text at each place asks the pair there, in turns as it is, mistyped, and with a story around it.
 */
export function questionsAndAnswers(pairs: number, wordings: number, asked: number) {
  const next = numbers()
  const words = Array.from({ length: DIFFERENT_WORDS }, () => madeWord(next))
  const word = () => words[Math.floor(DIFFERENT_WORDS * (next(1000) / 1000) ** 2)] ?? ''
  const question = () =>
    `${FRAMES[next(FRAMES.length)]} ${Array.from({ length: 2 + next(5) }, word).join(' ')}?`
  const faqs: MadeFaq[] = Array.from({ length: pairs }, (_, at) => ({
    id: `faq-${at}`,
    questions: { en: Array.from({ length: wordings }, question) },
  }))
  const texts = faqs.slice(0, asked).map(({ questions }, at) => {
    const [text = ''] = questions.en
    if (at % 3 === 0) return text
    if (at % 3 === 1) return text.replace(/(\w)(\w)(\w+)\?$/, '$2$1$3?')
    return `hi there, please could you tell me ${text} Thanks a lot for the help with my ${word()}`
  })
  return { faqs, asked: texts }
}

function madeWord(next: (below: number) => number): string {
  const syllables = Array.from({ length: 2 + next(3) }, () => `${CONSONANTS[next(13)]}${VOWELS[next(5)]}`)
  return `${syllables.join('')}${['', 's', 'r', 'n', 'l'][next(5)]}`
}

/** A linear congruential generator: whole numbers below the one that is asked for. */
function numbers(): (below: number) => number {
  let state = 1
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}
