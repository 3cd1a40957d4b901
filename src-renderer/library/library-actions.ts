import i18next from 'i18next'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { commit } from '../state/edits.ts'
import { allSaved, openBot } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { reloadLibrary } from './library-store.ts'

/** Shows the library once everything of the open bot is stored. */
export async function showLibrary(): Promise<void> {
  flushDrafts()
  await allSaved()
  useWorkbench.setState({ screen: 'library', dialog: null })
}

export async function addSample(sample: 'casey' | 'orders'): Promise<boolean> {
  return openWhenDone(client['library.addSample']({ sample }))
}

/** Asks for a file in the system's dialog; nothing happens when the person thinks better of it. */
export async function importPackage(): Promise<void> {
  await openWhenDone(client['package.import']())
}

/** Takes in files that were dropped on the window. One is opened at once, of several the library is shown. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const taken: (BotId | null)[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const answer = await client['package.take']({ name: file.name, bytes })
    if (!tell(answer)) return files.length > 1 ? showLibrary().then(reloadLibrary) : undefined
    if (answer.ok) taken.push(answer.value)
  }
  const [first] = taken
  if (taken.length === 1 && first) await openBot(first)
  else if (taken.length > 1) {
    await showLibrary()
    await reloadLibrary()
    say(i18next.t('library.done.imported', { count: taken.length }))
  }
}

export async function exportPackage(bot: BotId): Promise<void> {
  flushDrafts()
  await allSaved()
  const answer = await client['package.export']({ bot })
  if (tell(answer) && answer.ok && answer.value)
    say(i18next.t('library.done.exported', { name: answer.value.file }))
}

export async function duplicateBot(bot: BotId, name: string): Promise<void> {
  tell(await client['library.duplicate']({ bot, name }))
  await reloadLibrary()
}

/** A bot that is open is renamed by an edit of the window, so that what the window knows stays whole. */
export async function renameBot({ bot }: BotSummary, name: string): Promise<void> {
  const { bot: open, editor } = useWorkbench.getState()
  if (open === bot && editor) {
    const before = editor.document.bot
    commit({ [before.id]: { before, after: { ...before, name } } }, { key: 'library.edit.rename', name })
    await allSaved()
  } else tell(await client['library.rename']({ bot, name }))
  await reloadLibrary()
}

/** Puts a bot away, or takes it back; either can be undone. */
export async function archiveBot(summary: BotSummary, archived: boolean): Promise<void> {
  const { bot, name } = summary
  if (!tell(await client['library.archive']({ bot, archived }))) return
  await reloadLibrary()
  say(i18next.t(archived ? 'library.done.archived' : 'library.done.takenBack', { name }), async () => {
    tell(await client['library.archive']({ bot, archived: !archived }))
    await reloadLibrary()
  })
}

export async function removeBot({ bot, name }: Pick<BotSummary, 'bot' | 'name'>): Promise<void> {
  flushDrafts()
  await allSaved()
  if (!tell(await client['library.remove']({ bot }))) return
  if (useWorkbench.getState().bot === bot)
    useWorkbench.setState({ bot: null, editor: null, screen: 'library' })
  await reloadLibrary()
  say(i18next.t('library.done.removed', { name }), async () => {
    tell(await client['library.restore']({ bot }))
    await reloadLibrary()
  })
}

/** Opens what was asked for when main has it; returns whether it did. */
export async function openWhenDone(asked: Promise<Result<BotId | null>>): Promise<boolean> {
  const answer = await asked
  if (!tell(answer) || !answer.ok || !answer.value) return false
  await openBot(answer.value)
  return true
}

/** A failure is said in the banner; returns whether there was none. */
function tell(answer: Result<unknown>): boolean {
  if (!answer.ok) useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
  return answer.ok
}

function say(message: string, undo?: () => Promise<void>): void {
  useWorkbench.setState({ banner: { tone: 'success', message, ...(undo ? { undo } : {}) } })
}
