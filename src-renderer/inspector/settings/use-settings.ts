import type { BotSettings } from '../../../src-shared/document/settings.ts'
import { changeSettings } from '../../../src-shared/edit/change-settings.ts'
import { commit, useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'

const NONE: BotSettings = {}

/** The settings of the open bot. */
export function useSettings(): BotSettings {
  return useDocument()?.bot.settings ?? NONE
}

/** Changes the settings as they are now, as one edit. Returns whether it was done. */
export function putSettings(change: (settings: BotSettings) => BotSettings): boolean {
  const { editor } = useWorkbench.getState()
  return (
    editor !== null && commit(changeSettings(editor.document, change), { key: 'inspector.edit.settings' })
  )
}
