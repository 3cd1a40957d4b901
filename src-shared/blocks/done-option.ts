import { inLocale, type Localized } from '../document/localized.ts'
import type { MessageOption } from '../message/message.ts'
import { builtInWord, ownOrBuiltIn } from './built-in-words.ts'
import type { CompileContext, Reply, Turn } from './kind.ts'

const DONE = 'opt_done'

export type DoneOption = Readonly<{
  /** SMS has nothing to tap, and “Done” would be numbered there like an answer: it is only a word. */
  shown(turn: Turn): Readonly<{ options?: readonly MessageOption[] }>
  /** Whether the reply says that nothing more comes. */
  isDone(turn: Turn, reply: Reply): boolean
}>

/** “Done” as a button and as a word: the bot's own or the built-in one, and `words` besides (requirements.md NHN-17). */
export function compileDone(context: CompileContext, words: Localized<readonly string[]> = {}): DoneOption {
  const label = context.plain(ownOrBuiltIn(context.settings.doneLabel, 'done'))
  const { locales, normalise } = context
  return {
    shown: turn => (turn.channel === 'sms' ? {} : { options: [{ id: DONE, label: label(turn) }] }),
    isDone(turn, { option, normal }) {
      if (option === DONE) return true
      const { locale } = turn
      const meant = [label(turn), builtInWord('done', locale), ...(inLocale(words, locale, locales) ?? [])]
      return normal !== '' && meant.some(word => normalise(word) === normal)
    },
  }
}
