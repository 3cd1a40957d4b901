import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** The language texts are written in, and all languages of the bot, the default one first. */
export function useTextLocale(): { locale: string; locales: readonly string[] } {
  const shown = useWorkbench(state => state.locale)
  const locales = useDocument()?.bot.locales ?? ['en']
  return { locale: locales.includes(shown) ? shown : (locales[0] ?? 'en'), locales }
}
