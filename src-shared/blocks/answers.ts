import { z } from 'zod'
import { localizedText, requiredText } from '../document/field-types.ts'
import type { FaqId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import { confidenceOf } from '../understanding/understanding.ts'
import { ownOrBuiltIn } from './built-in-words.ts'
import { compileOptions } from './compile-options.ts'
import { type CompileContext, type CompiledText, defineKind, type Turn } from './kind.ts'

const schema = z.strictObject({
  prompt: requiredText,
  /** Answers from the questions of this topic alone; empty for all. */
  topic: z.string().max(64, 'topics hold at most 64 characters'),
  /** Said after an answer, before the next question; empty says the first text again. */
  more: localizedText,
  /** What ends it; empty for the bot's word. */
  done: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const
const NEXT = { go: 'port', port: 'next' } as const
const UNKNOWN = { go: 'port', port: 'unknown' } as const

/**
 * Takes questions and answers them from the bot's questions and answers until the customer is done (requirements.md
 * NHN-07, NHN-11, NHN-31). A question nobody wrote down may mean something else in the bot, such as an intent with an
 * entry; else the conversation goes on at `unknown`, or asks again with nothing connected there.
 */
export const answers = defineKind({
  name: 'answers',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    topic: '',
    more: { [locale]: '' },
    done: { [locale]: '' },
  }),
  ports: () => [
    { id: 'next', role: 'next', required: true },
    { id: 'unknown', role: 'fallback', required: false },
  ],
  summary: (data, { text }) => text(data.prompt),
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const more = isWritten(data.more) ? context.text(data.more) : prompt
    const again = context.text(context.settings.notUnderstoodText ?? {})
    const done = compileOptions([{ id: 'opt_done', label: ownOrBuiltIn(data.done, 'done') }], context)
    const answer = compileAnswers(data, context)
    const hasUnknown = context.connected('unknown')
    const ask = (turn: Turn, text: CompiledText) => {
      turn.say({ text: text(turn), options: done.shown(turn) })
      return WAIT
    }
    return {
      enter: turn => ask(turn, prompt),
      answer(turn, reply) {
        if (done.chosen(turn, reply) >= 0) return NEXT
        const text = reply.text.trim() === '' ? null : answer(turn)
        if (text === null) return null
        turn.say({ text })
        return ask(turn, more)
      },
      refuse(turn) {
        if (hasUnknown) return UNKNOWN
        const text = again(turn)
        if (text !== '') turn.say({ text })
        return AGAIN
      },
    }
  },
})

/** The answer to what the customer wrote last; null when no question is sure enough, or an intent is surer. */
function compileAnswers(data: Data, context: CompileContext): (turn: Turn) => string | null {
  const { threshold } = confidenceOf(context.settings)
  const known = new Map(
    context.record
      .faqs()
      .filter(({ topic }) => data.topic === '' || topic === data.topic)
      .map(({ id, answer }): [string, CompiledText] => [id, context.text(answer)]),
  )
  return turn => {
    const { faq, otherFaqs = [], intents } = turn.understood()
    const best = faq && [faq, ...otherFaqs].find(guess => known.has(guess.faq))
    if (!best || best.confidence < threshold || best.confidence < (intents[0]?.confidence ?? 0)) return null
    const text = known.get(best.faq)
    if (!text) return null
    turn.choose(best.faq as FaqId)
    return text(turn)
  }
}

function isWritten(texts: Localized): boolean {
  return Object.values(texts).some(text => text.trim() !== '')
}
