import { useWorkbench } from '../state/workbench.ts'
import { speak } from './i18n.ts'

/** Speaks the language of the preferences, now and whenever another one is chosen. Ready when the first one is there. */
export async function followLanguage(): Promise<void> {
  useWorkbench.subscribe(({ preferences: { language } }, before) => {
    if (language !== before.preferences.language) void speak(language)
  })
  await speak(useWorkbench.getState().preferences.language)
}
