import { z } from 'zod'
import { localizedText, localizedWords, requiredText, variableRef } from '../document/field-types.ts'
import { MAX_TEXT_LENGTH } from '../document/localized.ts'
import { compileDone } from './done-option.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { type CompileContext, defineKind, type KindFinding, type Outcome, type Turn } from './kind.ts'
import { compileRefusal } from './refusal.ts'

/** More messages than this are no answer any more. */
export const MAX_COLLECTED = 100
/** A week. */
export const MAX_SILENCE_SECONDS = 604_800

const schema = z.strictObject({
  prompt: requiredText,
  /** Words that end the collecting, besides “Done”. */
  doneWords: localizedWords,
  /** Ends after so many messages; null for as many as come. */
  count: z.number().int().min(1).max(MAX_COLLECTED).nullable(),
  /** Ends when nothing has come for so long; null waits for ever. */
  silenceSeconds: z.number().int().min(5, 'at least 5 seconds').max(MAX_SILENCE_SECONDS).nullable(),
  /** Said after each message while more may come, with “Done” to tap; empty says nothing. */
  more: localizedText,
  saveTo: variableRef,
  /** Said to what holds no text, such as a sticker. */
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const DONE = { go: 'port', port: 'done' } as const
const TIMEOUT = { go: 'port', port: 'timeout' } as const

/**
 * Collects several messages as one text, a line each in the order they came (requirements.md NHN-17), until “Done”, a
 * number of messages, or silence. Without an edge at `timeout` silence leads on at `done`. A list keeps them one by
 * one. A message that would make more than a text holds is not taken.
 */
export const collect = defineKind({
  name: 'collect',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    doneWords: {},
    count: null,
    silenceSeconds: null,
    more: { [locale]: '' },
    saveTo: null,
    retry: { [locale]: '' },
  }),
  ports: data => [
    { id: 'done', role: 'next', required: true },
    ...(data.silenceSeconds === null ? [] : [{ id: 'timeout', role: 'fallback', required: false } as const]),
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context): readonly KindFinding[] =>
    keptFindings(data.saveTo, ['saveTo'], 'list', 'collect', context),
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const done = compileDone(context, data.doneWords)
    const onSilence = context.connected('timeout') ? TIMEOUT : DONE
    const keep = keeperOf(data, context)
    const take = takerOf(data, context)
    return {
      secret: context.variable(data.saveTo)?.secret ?? false,
      enter(turn) {
        turn.say({ text: prompt(turn), ...done.shown(turn) })
        listen(turn, data)
        return WAIT
      },
      answer(turn, reply) {
        if (done.isDone(turn, reply)) return keep(turn, DONE)
        const taken = take(turn, reply.text.trim())
        if (taken !== 'more') return taken && keep(turn, DONE)
        listen(turn, data)
        return WAIT
      },
      refuse: compileRefusal(data.retry, context, 'wait'),
      wake: turn => keep(turn, onSilence),
    }
  },
})

function listen(turn: Turn, { silenceSeconds }: Data): void {
  if (silenceSeconds !== null) turn.wakeAt(turn.now + silenceSeconds * 1000)
}

function collected({ memo }: Turn): readonly string[] {
  const texts = memo?.texts
  return Array.isArray(texts) ? texts.map(String) : []
}

/** Notes one more message: null when it does not fit, and whether more may come. */
function takerOf(data: Data, context: CompileContext): (turn: Turn, text: string) => 'more' | 'last' | null {
  const more = context.text(data.more)
  const done = compileDone(context, data.doneWords)
  const most = data.count ?? MAX_COLLECTED
  return (turn, text) => {
    const texts = [...collected(turn), text]
    const length = texts.reduce((sum, each) => sum + each.length + 1, 0)
    if (text === '' || length > MAX_TEXT_LENGTH) return null
    turn.memo = { ...turn.memo, texts }
    if (texts.length >= most) return 'last'
    const said = more(turn)
    if (said !== '') turn.say({ text: said, ...done.shown(turn) })
    return 'more'
  }
}

function keeperOf(data: Data, context: CompileContext): (turn: Turn, outcome: Outcome) => Outcome {
  const variable = context.variable(data.saveTo)
  return (turn, outcome) => {
    const texts = collected(turn)
    if (variable) keepValue(turn, variable, variable.valueType === 'list' ? texts : texts.join('\n'))
    return outcome
  }
}
