import { z } from 'zod'
import { localizedText, localizedWords, requiredText, variableRef } from '../document/field-types.ts'
import { linearPattern } from '../kit/linear-pattern.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { ANSWER_TYPES, ANSWER_VALUE_TYPE, type AnswerType, readAnswer } from './answer-types.ts'
import { fitValue } from './fit-value.ts'
import {
  type CheckContext,
  type CompileContext,
  defineKind,
  type KindFinding,
  type Outcome,
  type Turn,
} from './kind.ts'
import { compileRefusal } from './refusal.ts'
import { compileSuggestions } from './suggestions.ts'

const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-12-31')

/** Longer answers are not looked at when a pattern is to be matched. Characters. */
const MAX_MATCHED_LENGTH = 1000

const schema = z.strictObject({
  prompt: requiredText,
  answer: z.enum(ANSWER_TYPES),
  /** Bounds of a number or an amount, or of a text's length in characters; null for none. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Bounds of a date. */
  earliest: dateText.nullable(),
  latest: dateText.nullable(),
  /** What a text must look like as a whole; see src-shared/kit/linear-pattern.ts. */
  pattern: z.string().max(200, 'patterns hold at most 200 characters').optional(),
  /** Answers to tap, taken as if they were typed. */
  suggestions: localizedWords.optional(),
  saveTo: variableRef,
  /** Said when the answer does not fit; empty says what the bot's settings say, and repeats the question. */
  retry: localizedText,
  /** After so many failed answers the port `failed` is taken, when it is connected; null asks for ever. */
  maxTries: z.number().int().min(1).max(20).nullable(),
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const ANSWERED = { go: 'port', port: 'answered' } as const
const FAILED = { go: 'port', port: 'failed' } as const

/** Asks for one value, checks it and keeps it in a variable (requirements.md NHN-17). */
export const question = defineKind({
  name: 'question',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    answer: 'text' as AnswerType,
    min: null,
    max: null,
    earliest: null,
    latest: null,
    saveTo: null,
    retry: { [locale]: '' },
    maxTries: null,
  }),
  ports: data => [
    { id: 'answered', role: 'next', required: true },
    ...(data.maxTries === null ? [] : [{ id: 'failed', role: 'fallback', required: true } as const]),
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...boundsFindings(data),
    ...patternFindings(data),
    ...variableFindings(data, context),
  ],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const variable = context.variable(data.saveTo)
    const suggestions = compileSuggestions(data.suggestions, context)
    const read = readerOf(data, context)
    return {
      secret: variable?.secret ?? false,
      enter(turn) {
        turn.say(suggestions ? { text: prompt(turn), ...suggestions.shown(turn) } : { text: prompt(turn) })
        return WAIT
      },
      answer(turn, reply) {
        const typed = suggestions?.meant(turn, reply, data.answer === 'text') ?? reply.text
        const value = read(turn, typed)
        if (value === null) return null
        if (variable) turn.set(variable, fitValue(value, variable.valueType) ?? value)
        return ANSWERED
      },
      refuse: refusal(data, context),
    }
  },
})

/** Reads what was typed; null when it is not what was asked for. */
function readerOf(data: Data, { country }: CompileContext): (turn: Turn, typed: string) => Value {
  const read = (turn: Turn, typed: string) =>
    readAnswer(typed, data, { locale: turn.locale, country, now: turn.now })
  const pattern = data.answer === 'text' && data.pattern ? linearPattern(data.pattern) : null
  if (!pattern?.ok) return read
  return (turn, typed) => {
    const text = read(turn, typed)
    const fits = typeof text === 'string' && text.length <= MAX_MATCHED_LENGTH && pattern.fits(text)
    return fits ? text : null
  }
}

function refusal(data: Data, context: CompileContext): (turn: Turn) => Outcome {
  const refuse = compileRefusal(data.retry, context, 'wait')
  const { maxTries } = data
  if (maxTries === null || !context.connected('failed')) return refuse
  return turn => (turn.tries >= maxTries ? FAILED : refuse(turn))
}

function boundsFindings({ answer, min, max, earliest, latest }: Data): readonly KindFinding[] {
  const path = answer === 'date' ? ['latest'] : ['max']
  const empty =
    answer === 'date' ? earliest && latest && earliest > latest : min !== null && max !== null && min > max
  if (!empty || answer === 'email' || answer === 'phone' || answer === 'time') return []
  return [
    {
      code: 'question/empty-range',
      severity: 'error',
      ...unsaid('question/empty-range', {}),
      path,
    },
  ]
}

function patternFindings({ answer, pattern }: Data): readonly KindFinding[] {
  if (answer !== 'text' || !pattern) return []
  const read = linearPattern(pattern)
  if (read.ok) return []
  const words = unsaid('question/pattern', { message: read.message })
  return [{ code: 'question/pattern', severity: 'error', ...words, path: ['pattern'] }]
}

function variableFindings({ answer, saveTo }: Data, context: CheckContext): readonly KindFinding[] {
  const variable = context.variable(saveTo)
  const wanted = ANSWER_VALUE_TYPE[answer]
  if (!variable || variable.valueType === wanted || variable.valueType === 'text') return []
  const { name, valueType: holds } = variable
  const words = unsaid('question/wrong-variable', { name, given: wanted, holds })
  return [{ code: 'question/wrong-variable', severity: 'error', ...words, path: ['saveTo'] }]
}
