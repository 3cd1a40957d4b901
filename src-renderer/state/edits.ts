import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Changes, EditLabel } from '../../src-shared/edit/edit.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from './drafts.ts'
import { useWorkbench } from './workbench.ts'

/** Edits of log fetched at a time when undo goes back further than what was opened. */
const PAGE = 200

/** The open document. Views call this under a `rev` they subscribed to. */
export function useDocument(): BotDocument | null {
  useWorkbench(state => state.rev)
  return useWorkbench(state => state.editor)?.document ?? null
}

/** Commits an intent of the person; what cannot be done is said in the banner. Returns whether it was done. */
export function commit(changes: Changes | Result<Changes>, label: EditLabel): boolean {
  const { editor } = useWorkbench.getState()
  if (!editor) return false
  if ('ok' in changes && typeof changes.ok === 'boolean') {
    const result = changes as Result<Changes>
    return result.ok ? commit(result.value, label) : tell(result.message)
  }
  const done = editor.commit(changes as Changes, label)
  return done.ok || tell(done.message)
}

export async function undo(): Promise<void> {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  flushDrafts()
  if (editor.history.undoable.length === 0 && editor.hasOlder) await loadOlder()
  const done = editor.undo()
  if (!done.ok && done.code !== 'edit/nothing-to-undo') tell(done.message)
}

export function redo(): void {
  flushDrafts()
  const done = useWorkbench.getState().editor?.redo()
  if (done && !done.ok && done.code !== 'edit/nothing-to-redo') tell(done.message)
}

async function loadOlder(): Promise<void> {
  const { editor, bot } = useWorkbench.getState()
  while (editor && bot && editor.history.undoable.length === 0 && editor.hasOlder) {
    const page = await client['edits.page']({ bot, before: editor.oldestKnown, limit: PAGE })
    if (!page.ok || page.value.length === 0) return
    editor.extendHistory(page.value)
  }
}

function tell(message: string): false {
  useWorkbench.setState({ banner: { tone: 'error', message } })
  return false
}
