import { inLocale, type Localized } from '../document/localized.ts'
import type { MessageOption } from '../message/message.ts'
import type { CompileContext, Reply, Turn } from './kind.ts'

/** Answers a customer may tap instead of typing them (requirements.md NHN-17). */
export type CompiledSuggestions = Readonly<{
  shown(turn: Turn): Readonly<{ options?: readonly MessageOption[] }>
  /**
   * The word that was tapped, or whose number was typed where `numbered`: on a channel without buttons the customer
   * sees a numbered list. Null when it was neither.
   */
  meant(turn: Turn, reply: Reply, numbered: boolean): string | null
}>

/** Null where there are none in any language. */
export function compileSuggestions(
  words: Localized<readonly string[]> | undefined,
  { locales }: CompileContext,
): CompiledSuggestions | null {
  if (!words || Object.values(words).every(list => list.length === 0)) return null
  const known = new Map<string, readonly MessageOption[]>()
  const optionsIn = (locale: string) => {
    const made = known.get(locale)
    if (made) return made
    const list = (inLocale(words, locale, locales) ?? []).filter(word => word.trim() !== '')
    const options = list.map((label, at) => ({ id: `opt_s-${at + 1}`, label }))
    known.set(locale, options)
    return options
  }
  return {
    shown({ locale }) {
      const options = optionsIn(locale)
      return options.length > 0 ? { options } : {}
    },
    meant({ locale }, { option, normal }, numbered) {
      const options = optionsIn(locale)
      const at =
        option === null ? (numbered ? Number(normal) - 1 : -1) : options.findIndex(({ id }) => id === option)
      return options[at]?.label ?? null
    },
  }
}
