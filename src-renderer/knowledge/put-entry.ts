import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { commit } from '../state/edits.ts'
import { recordProblem } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { entryTitle } from './entry-text.ts'
import type { EntryRecord } from './parts.ts'

/** Changes members of an entry as it is now, as one edit. Returns whether it was done. */
export function putEntry<Entry extends EntryRecord>(entry: Entry, part: Partial<Entry>): boolean {
  const { editor, locale } = useWorkbench.getState()
  if (!editor) return false
  const { document } = editor
  const present = (document.get(entry.id) ?? entry) as Entry
  const next = { ...present, ...part }
  if (recordProblem(next) !== null) return false
  const name = entryTitle(present, { locale, locales: document.bot.locales })
  return commit(updateRecord(document, next), { key: 'knowledge.edit.change', name })
}
