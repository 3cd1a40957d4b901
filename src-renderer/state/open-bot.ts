import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, FlowId } from '../../src-shared/document/ids.ts'
import { Editor } from '../../src-shared/edit/editor.ts'
import type { OpenedBot } from '../../src-shared/ipc/contract.ts'
import { recordsOf } from '../../src-shared/ipc/records-of.ts'
import { keepTranslationMarks } from '../../src-shared/texts/translation-marks.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from './drafts.ts'
import { Outbox } from './outbox.ts'
import { forgetUndone } from './tell-of-edit.ts'
import { NO_SELECTION, NO_TRAIL, NOT_CHECKED, useWorkbench } from './workbench.ts'

let outbox: Outbox | null = null

/** Resolves when everything typed and every edit made so far is in the library; Finish & save waits for it. */
export async function allSaved(): Promise<void> {
  flushDrafts()
  await outbox?.settled()
}

export function retrySaving(): void {
  outbox?.retry()
}

/** Shows a bot that main has opened. */
export function showBot(opened: OpenedBot): void {
  const document = BotDocument.of(recordsOf(opened))
  const { id, mainFlow, locales } = document.bot
  const editor = new Editor({
    document,
    seq: opened.seq,
    log: opened.log,
    actor: useWorkbench.getState().preferences.actor,
    world: { now: () => Date.now(), newId },
    complete: keepTranslationMarks,
  })
  const box = new Outbox(id)
  outbox = box
  editor.onEdit = edit => {
    box.put(edit)
    forgetUndone(edit)
    useWorkbench.setState(({ rev }) => ({ rev: rev + 1 }))
  }
  useWorkbench.setState(({ rev }) => ({
    screen: 'bot',
    bot: id,
    editor,
    viewing: null,
    looking: null,
    suggesting: false,
    rev: rev + 1,
    flow: mainFlow,
    locale: locales[0] ?? 'en',
    selection: NO_SELECTION,
    entry: null,
    trail: NO_TRAIL,
    goTo: null,
    ...NOT_CHECKED,
    saved: { state: 'saved', at: null, message: null },
  }))
}

/** Opens a bot of the library once the edits of the present one are stored. */
export async function openBot(bot: BotId): Promise<void> {
  await allSaved()
  const opened = await client['library.open']({ bot })
  if (opened.ok) showBot(opened.value)
  else useWorkbench.setState({ banner: { tone: 'error', message: opened.message } })
}

/** 12 characters of chance: enough for every record of every bot a person makes. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12)
}

/** The flow that is shown, if it still exists; a flow deleted by an undo gives way to the main one. */
export function shownFlow(): FlowId | null {
  const { editor, flow } = useWorkbench.getState()
  if (!editor) return null
  return flow && editor.document.get(flow) ? flow : editor.document.bot.mainFlow
}
