import i18next from 'i18next'
import { type Clip, clipToText, isClipText, readClip } from '../../src-shared/blocks/clipboard/clip.ts'
import { addBlock } from '../../src-shared/blocks/edits/add-block.ts'
import { clipConflicts } from '../../src-shared/blocks/edits/clip-conflicts.ts'
import { copyBlocks } from '../../src-shared/blocks/edits/copy-blocks.ts'
import { type Pasted, pasteClip } from '../../src-shared/blocks/edits/paste-clip.ts'
import { pasteStep } from '../../src-shared/blocks/edits/paste-step.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { client } from '../ipc/client.ts'
import { commit } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { selectThings } from '../state/select-things.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import { faultInWords } from '../words/sentences.ts'
import { canvasActions, shownInstead, toGrid } from './canvas-actions.ts'
import { cornerAround, rememberPointer } from './canvas-pointer.ts'
import { useCanvasView } from './canvas-view.ts'
import { countedLabel } from './counted-label.ts'
import { usePendingPaste } from './pending-paste.ts'

export type ClipboardAct = 'cut' | 'copy' | 'paste'

/** Set while a command waits for the system's event: it then means the canvas, wherever the focus is. */
let asked: ClipboardAct | null = null

/** Asks the system for what its keys do: a page may write and read the clipboard only in such an event. */
export function askClipboard(act: ClipboardAct): void {
  asked = act
  // From the menu at the pointer, where it was opened counts.
  const { menu } = useCanvasView.getState()
  if (menu) rememberPointer(menu.at)
  void client['clipboard.act']({ act }).then(answer => {
    if (!answer.ok) asked = null
  })
}

/** Takes an event of the system's clipboard if it means what is chosen on the canvas. */
export function onClipboard(event: ClipboardEvent): void {
  const act = event.type as ClipboardAct
  const isAsked = asked === act
  asked = null
  if (!event.clipboardData || (!isAsked && !meansCanvas(event.target))) return
  if (act === 'paste') {
    event.preventDefault()
    pasteText(event.clipboardData.getData('text/plain'))
    return
  }
  const text = copiedText()
  if (text === null) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
  if (act === 'cut') removeCut()
}

/** Text fields, dialogs and marked text keep their own clipboard. */
function meansCanvas(target: EventTarget | null): boolean {
  const { screen, dialog, editor } = useWorkbench.getState()
  if (screen !== 'bot' || !editor || dialog) return false
  const element = target instanceof Element ? target : document.activeElement
  if (element?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return false
  return element?.closest('.react-flow') !== null || document.getSelection()?.isCollapsed !== false
}

function copiedText(): string | null {
  const { editor, selection } = useWorkbench.getState()
  const clip =
    editor && copyBlocks(editor.document, { blocks: selection.blocks, notes: selection.notes ?? [] })
  return clip ? clipToText(clip) : null
}

function removeCut(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor || canvasActions.removeInstead()) return
  const { blocks, notes = new Set() } = selection
  const changes = deleteSelection(editor.document, { blocks: [...blocks], edges: [], notes: [...notes] })
  if (commit(changes, countedLabel('cut', blocks.size, notes.size)))
    useWorkbench.setState({ selection: NO_SELECTION })
}

/** What lies on the clipboard: blocks copied in some Parley, else words, which become a message. */
function pasteText(text: string): void {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  if (text.trim() === '') tell('info', i18next.t('craft.paste.noText'))
  else if (isClipText(text)) void pasteClipText(text)
  else pasteMessage(text)
}

/** A large clip is told of before it is read, and the window draws before it is pasted. */
async function pasteClipText(text: string): Promise<void> {
  const isLong = text.length > LONG_CLIP
  const { editor } = useWorkbench.getState()
  try {
    if (isLong) await workShown()
    const clip = readClip(text)
    if (isLong) await workShown()
    // The person may have gone to another bot meanwhile.
    if (!editor || useWorkbench.getState().editor !== editor) return
    if (clip.ok) pasteOrAsk(editor.document, clip.value)
    else tell('error', faultInWords(clip))
  } finally {
    if (isLong) useCanvasView.setState({ isPasting: false })
  }
}

/** Characters that take longer than a moment. */
const LONG_CLIP = 200_000

/** Resolves when the window has drawn that something is being pasted. */
function workShown(): Promise<void> {
  useCanvasView.setState({ isPasting: true })
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}

function pasteOrAsk(document: BotDocument, clip: Clip): void {
  const conflicts = clipConflicts(document, clip)
  if (conflicts.length === 0) pasteHere(clip, new Map())
  else {
    usePendingPaste.setState({ clip, conflicts })
    useWorkbench.setState({ dialog: 'paste' })
  }
}

/** Pastes a clip at the pointer, or in the middle of the view when it is elsewhere, as one edit; in Steps after the selected one. */
export function pasteHere(clip: Clip, names: ReadonlyMap<string, string>): void {
  const { editor } = useWorkbench.getState()
  const flow = shownFlow()
  if (!editor || !flow) return
  const { x, y } = cornerAround(clip.records)
  const steps = shownInstead()
  const pasted = steps
    ? pasteStep(editor.document, clip, { flow, after: steps.after(), names }, newId)
    : pasteClip(editor.document, clip, { flow, x: toGrid(x), y: toGrid(y), names }, newId)
  if (!pasted.ok) {
    tell('error', faultInWords(pasted))
    return
  }
  const { changes, blocks, notes } = pasted.value
  if (!commit(changes, countedLabel('paste', blocks.length, notes.length))) return
  selectThings(pasted.value)
  const [first] = blocks
  if (steps && first) steps.show(first)
  else canvasActions.focus()
  void tellOf(pasted.value)
}

function pasteMessage(text: string): void {
  const { editor, locale } = useWorkbench.getState()
  const flow = shownFlow()
  if (!editor || !flow) return
  const written = text.replaceAll('\r\n', '\n').trim()
  if (written.length > MAX_TEXT_LENGTH) {
    tell('error', i18next.t('craft.paste.tooLong', { count: written.length, most: MAX_TEXT_LENGTH }))
    return
  }
  const steps = shownInstead()
  if (steps) {
    steps.say(written)
    return
  }
  const { x, y } = cornerAround([])
  const { block } = addBlock(
    editor.document,
    { kind: 'message', flow, x: toGrid(x), y: toGrid(y), locale },
    newId,
  )
  const message = { ...block, data: { ...block.data, text: { [locale]: written } } }
  if (!commit(new ChangeSet(editor.document).put(message).done(), { key: 'craft.edit.pasteText' })) return
  selectThings({ blocks: [block.id], notes: [] })
  canvasActions.focus()
}

/** What a paste could not bring along. */
async function tellOf({ changes, emptied, strangeLocales }: Pasted): Promise<void> {
  const absent = await absentFiles(changes)
  const [name] = absent
  if (name !== undefined)
    tellOfEdit('info', i18next.t('craft.paste.absentFiles', { count: absent.length, name }))
  else if (emptied > 0) tellOfEdit('info', i18next.t('craft.paste.emptied', { count: emptied }))
  else if (strangeLocales.length > 0)
    tellOfEdit('info', i18next.t('craft.paste.strangeLocales', { locales: strangeLocales.join(', ') }))
}

/** The names of files whose bytes are in another library than this one. */
async function absentFiles(changes: Changes): Promise<readonly string[]> {
  const files = Object.values(changes).flatMap(({ after }) => (after?.type === 'media' ? [after] : []))
  if (files.length === 0) return []
  const absent = await client['media.absent']({ hashes: files.map(({ hash }) => hash) })
  return absent.ok ? files.filter(({ hash }) => absent.value.includes(hash)).map(({ name }) => name) : []
}

function tell(tone: 'info' | 'error', message: string): void {
  useWorkbench.setState({ banner: { tone, message } })
}
