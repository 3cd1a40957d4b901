import { z } from 'zod'
import { localizedText, requiredText, variableRef } from '../document/field-types.ts'
import { localIdSchema } from '../document/ids.ts'
import { add } from '../expression/decimal-arithmetic.ts'
import { unsaid } from '../kit/say.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { type CompileContext, defineKind, type KindFinding, type Turn } from './kind.ts'
import { optionField, repeatedLabels } from './option-fields.ts'
import { compileRefusal } from './refusal.ts'
import { compileSelection } from './selection.ts'
import { compileShuffle } from './shuffled-order.ts'

export const MAX_ANSWERS = 20

const schema = z.strictObject({
  prompt: requiredText,
  options: z
    .array(optionField)
    .min(1, 'a quiz question needs an option')
    .max(MAX_ANSWERS, `at most ${MAX_ANSWERS} options`),
  /** The options that are right. */
  correct: z.array(localIdSchema).max(MAX_ANSWERS),
  /** Whether all right ones must be chosen, and no other; else one of them is enough. */
  all: z.boolean(),
  /** Shows the options in another order each time. */
  shuffle: z.boolean(),
  /** What a right answer adds to the score. */
  points: z.number().min(0).max(1_000_000),
  score: variableRef,
  /** Said after a right answer and after a wrong one; empty says nothing. */
  right: localizedText,
  wrong: localizedText,
  /** Said to what is no answer at all. */
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
const RIGHT = { go: 'port', port: 'right' } as const
const WRONG = { go: 'port', port: 'wrong' } as const

/**
 * A question with right and wrong answers (requirements.md NHN-19). A right answer adds its points to the score.
 * Numbers mean what is shown at their place, also when the order is shuffled; the order stays while it waits.
 */
export const quiz = defineKind({
  name: 'quiz',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale, newId }): Data => {
    const options = [1, 2].map(() => ({ id: `opt_${newId()}`, label: { [locale]: '' }, synonyms: {} }))
    return {
      prompt: { [locale]: '' },
      options,
      correct: options.slice(0, 1).map(({ id }) => id),
      all: false,
      shuffle: false,
      points: 1,
      score: null,
      right: { [locale]: '' },
      wrong: { [locale]: '' },
      retry: { [locale]: '' },
    }
  },
  ports: () => [
    { id: 'right', role: 'next', required: true },
    { id: 'wrong', role: 'fallback', required: true },
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...repeatedLabels(data.options, 'quiz/repeated-label', context),
    ...correctFindings(data),
    ...keptFindings(data.score, ['score'], 'number', 'quiz', context),
  ],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const right = context.text(data.right)
    const wrong = context.text(data.wrong)
    const shuffle = data.shuffle ? compileShuffle(data.options.length) : undefined
    const most = data.all ? data.options.length : 1
    const selection = compileSelection(data.options, { min: 1, max: most }, context, shuffle)
    const isRight = judgeOf(data)
    const reward = scorerOf(data, context)
    return {
      digresses: true,
      strikes: true,
      enter(turn) {
        selection.show(turn, prompt(turn))
        return WAIT
      },
      answer(turn, reply) {
        const places = selection.take(turn, reply)
        if (places === null) return null
        if (places === 'again') return AGAIN
        const wasRight = isRight(places)
        if (wasRight) reward(turn)
        const text = wasRight ? right(turn) : wrong(turn)
        if (text !== '') turn.say({ text })
        return wasRight ? RIGHT : WRONG
      },
      refuse: compileRefusal(data.retry, context),
    }
  },
})

function judgeOf({ options, correct, all }: Data): (places: readonly number[]) => boolean {
  const right = new Set(options.flatMap(({ id }, place) => (correct.includes(id) ? [place] : [])))
  return places => places.every(place => right.has(place)) && (!all || places.length === right.size)
}

/** What the variable holds counts as 0 when it is no number. */
function scorerOf({ points, score }: Data, context: CompileContext): (turn: Turn) => void {
  const variable = context.variable(score)
  if (!variable) return () => {}
  return turn => {
    const before = Number(turn.value(variable) ?? 0)
    keepValue(turn, variable, add(Number.isFinite(before) ? before : 0, points))
  }
}

function correctFindings({ options, correct }: Data): readonly KindFinding[] {
  if (options.some(({ id }) => correct.includes(id))) return []
  const words = unsaid('quiz/no-right-answer', {})
  return [{ code: 'quiz/no-right-answer', severity: 'error', ...words, path: ['correct'] }]
}
