import i18next from 'i18next'
import { restoreChanges } from '../../src-shared/compare/restore-changes.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { Editor } from '../../src-shared/edit/editor.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { commit } from './edits.ts'
import { allSaved, newId } from './open-bot.ts'
import { NO_SELECTION, NO_TRAIL, NOT_CHECKED, useWorkbench, type Workbench } from './workbench.ts'

/** The editor of the bot as it is being made, also while an older version of it is shown. */
export function workingEditor({ editor, viewing }: Workbench): Editor | null {
  return viewing?.working ?? editor
}

/** Shows a version of the open bot in place of the working copy; nothing can be edited until one goes back. */
export async function viewVersion(version: string): Promise<boolean> {
  await allSaved()
  const read = await readVersion(version)
  const { viewing, editor } = useWorkbench.getState()
  const working = viewing?.working ?? editor
  if (!working) return false
  if (!read.ok) {
    useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
    return false
  }
  const shown = new Editor({
    document: read.value,
    seq: 0,
    log: [],
    actor: working.actor,
    world: { now: () => Date.now(), newId },
    isReadOnly: true,
  })
  await show(shown, { version, working })
  return true
}

/** Back to the bot as it is being made. */
export async function showWorkingCopy(): Promise<void> {
  const { viewing } = useWorkbench.getState()
  if (viewing) await show(viewing.working, null)
}

/** Makes the bot what it was in a version, as one step that can be undone, and shows it. */
export async function restoreVersion(version: string): Promise<void> {
  const read = await readVersion(version)
  if (!read.ok) return useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
  await showWorkingCopy()
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const changes = restoreChanges(editor.document, read.value)
  const isSame = Object.keys(changes).length === 0
  if (!commit(changes, { key: 'versions.edit.restore', name: version })) return
  const message = i18next.t(isSame ? 'versions.restoredSame' : 'versions.restored', { version })
  useWorkbench.setState({ banner: { tone: isSame ? 'info' : 'success', message } })
}

/** Versions never change, so those read last are kept. */
const known = new Map<string, BotDocument>()
const MOST_KNOWN = 8

/** A version of the open bot as a document. */
export async function readVersion(version: string): Promise<Result<BotDocument>> {
  const { bot } = useWorkbench.getState()
  if (!bot) return fault('store/not-found')
  const key = `${bot} ${version}`
  const present = known.get(key)
  if (present) return ok(present)
  const read = await client['versions.read']({ bot, version })
  if (!read.ok) return read
  const document = BotDocument.of(read.value.records)
  known.set(key, document)
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return ok(document)
}

/** A conversation that was tried with the other document is begun anew. */
async function show(editor: Editor, viewing: Workbench['viewing']): Promise<void> {
  useWorkbench.setState(({ rev, flow, locale }) => ({
    editor,
    viewing,
    rev: rev + 1,
    flow: flow && editor.document.get(flow) ? flow : editor.document.bot.mainFlow,
    locale: editor.document.bot.locales.includes(locale) ? locale : (editor.document.bot.locales[0] ?? 'en'),
    ...{ selection: NO_SELECTION, entry: null, trail: NO_TRAIL, goTo: null, ...NOT_CHECKED },
  }))
  const { startAgain, useTalk } = await import('../simulator/talk.ts')
  if (useTalk.getState().simulation) startAgain()
}
