import { z } from 'zod'
import { ANSWER_TYPES, ANSWER_VALUE_TYPE, type AnswerType, readAnswer } from './answer-types.ts'
import { localizedText, requiredText, variableRef } from './field-types.ts'
import { fitValue } from './fit-value.ts'
import { type CheckContext, defineKind, type KindFinding } from './kind.ts'

const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-12-31')

const schema = z.strictObject({
  prompt: requiredText,
  answer: z.enum(ANSWER_TYPES),
  /** Bounds of a number, or of a text's length in characters; null for none. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Bounds of a date. */
  earliest: dateText.nullable(),
  latest: dateText.nullable(),
  saveTo: variableRef,
  /** Said when the answer does not fit; empty repeats the question. */
  retry: localizedText,
  /** After so many failed answers the port `failed` is taken, when it is connected; null asks for ever. */
  maxTries: z.number().int().min(1).max(20).nullable(),
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
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
  check: (data, context) => [...boundsFindings(data), ...variableFindings(data, context)],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const retry = context.text(data.retry)
    const variable = context.variable(data.saveTo)
    const givesUp =
      data.maxTries !== null && context.connected('failed') ? data.maxTries : Number.POSITIVE_INFINITY
    return {
      secret: variable?.secret ?? false,
      enter(turn) {
        turn.say({ text: prompt(turn) })
        return WAIT
      },
      answer(turn, reply) {
        const value = readAnswer(reply.text, data, {
          locale: turn.locale,
          country: context.country,
          now: turn.now,
        })
        if (value === null) return null
        if (variable) turn.set(variable, fitValue(value, variable.valueType) ?? value)
        return ANSWERED
      },
      refuse(turn) {
        if (turn.tries >= givesUp) return FAILED
        const text = retry(turn)
        if (text === '') return AGAIN
        turn.say({ text })
        return WAIT
      },
    }
  },
})

function boundsFindings({ answer, min, max, earliest, latest }: Data): readonly KindFinding[] {
  const path = answer === 'date' ? ['latest'] : ['max']
  const empty =
    answer === 'date' ? earliest && latest && earliest > latest : min !== null && max !== null && min > max
  if (!empty || answer === 'email' || answer === 'phone') return []
  return [
    {
      code: 'question/empty-range',
      severity: 'error',
      message: 'No answer fits: the lower bound lies above the upper one.',
      path,
    },
  ]
}

function variableFindings({ answer, saveTo }: Data, context: CheckContext): readonly KindFinding[] {
  const variable = context.variable(saveTo)
  const wanted = ANSWER_VALUE_TYPE[answer]
  if (!variable || variable.valueType === wanted || variable.valueType === 'text') return []
  const message = `The answer is a ${wanted}, but ${variable.name} holds a ${variable.valueType}.`
  return [{ code: 'question/wrong-variable', severity: 'error', message, path: ['saveTo'] }]
}
