import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Changes, EditLabel } from '../../src-shared/edit/edit.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { faultInWords } from '../words/sentences.ts'
import { flushDrafts } from './drafts.ts'
import { refusedForVersion } from './refused-for-version.ts'
import { suggested } from './suggested.ts'
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
  if (!editor || refusedForVersion()) return false
  if ('ok' in changes && typeof changes.ok === 'boolean') {
    const result = changes as Result<Changes>
    return result.ok ? commit(result.value, label) : tell(faultInWords(result))
  }
  const made = suggested(changes as Changes, label)
  if (!made.ok) return tell(faultInWords(made))
  const done = editor.commit(made.value.changes, made.value.label)
  return done.ok || tell(faultInWords(done))
}

export async function undo(): Promise<void> {
  const { editor } = useWorkbench.getState()
  if (!editor || refusedForVersion()) return
  flushDrafts()
  if (editor.history.undoable.length === 0 && editor.hasOlder) await loadOlder()
  const done = editor.undo()
  if (!done.ok && done.code !== 'edit/nothing-to-undo') tell(faultInWords(done))
}

export function redo(): void {
  if (refusedForVersion()) return
  flushDrafts()
  const done = useWorkbench.getState().editor?.redo()
  if (done && !done.ok && done.code !== 'edit/nothing-to-redo') tell(faultInWords(done))
}

/** How long steps are taken without a pause in which the window can draw and answer. Milliseconds. */
const SLICE_MS = 12

/**
 * Goes to where `count` steps of the history are in effect, one undo or redo after another; nothing is erased. Ends
 * early when somebody makes another edit meanwhile.
 */
export async function travelTo(count: number): Promise<void> {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  flushDrafts()
  let sliceEnd = performance.now() + SLICE_MS
  while (editor.history.undoable.length !== count) {
    const done = editor.history.undoable.length > count ? editor.undo() : editor.redo()
    if (!done.ok) {
      tell(faultInWords(done))
      return
    }
    if (performance.now() < sliceEnd) continue
    const { seq } = editor
    await new Promise(resolve => setTimeout(resolve))
    if (editor.seq !== seq || useWorkbench.getState().editor !== editor) return
    sliceEnd = performance.now() + SLICE_MS
  }
}

async function loadOlder(): Promise<void> {
  const { editor } = useWorkbench.getState()
  while (editor?.history.undoable.length === 0 && editor.hasOlder) if (!(await loadPage())) return
}

/** Reads a page of older log; whether there was one. */
export async function loadPage(): Promise<boolean> {
  const { editor, bot } = useWorkbench.getState()
  if (!editor?.hasOlder || !bot) return false
  const before = editor.oldestKnown
  const page = await client['edits.page']({ bot, before, limit: PAGE })
  if (!page.ok) return tell(page.message)
  // Another who asked may have been answered first.
  if (page.value.length === 0 || editor.oldestKnown !== before) return false
  editor.extendHistory(page.value)
  return true
}

function tell(message: string): false {
  useWorkbench.setState({ banner: { tone: 'error', message } })
  return false
}
