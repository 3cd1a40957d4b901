import i18next from 'i18next'
import { type GroupId, type NoteId, newRecordId } from '../../src-shared/document/ids.ts'
import type { NoteRecord } from '../../src-shared/document/records.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import { groupBlocks, groupOf, MOST_IN_GROUP, ungroupBlocks } from '../../src-shared/edit/group-blocks.ts'
import { commit } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { selectThings } from '../state/select-things.ts'
import { useWorkbench, type Workbench } from '../state/workbench.ts'
import { toGrid } from './canvas-actions.ts'
import { targetPoint } from './canvas-pointer.ts'
import { useCanvasView } from './canvas-view.ts'

const NOTE = { width: 200, height: 120 } as const

/** A new empty note at the pointer, or in the middle of the view, ready to be written in. */
export function addNote(): void {
  const { editor } = useWorkbench.getState()
  const flow = shownFlow()
  if (!editor || !flow) return
  const at = useCanvasView.getState().menu?.at ?? targetPoint()
  const note: NoteRecord = {
    ...{ id: newRecordId('note', newId), type: 'note', flow, ...NOTE },
    ...{ x: toGrid(at.x), y: toGrid(at.y), text: '', hue: 'yellow', author: editor.actor, at: Date.now() },
  }
  if (!commit(new ChangeSet(editor.document).put(note).done(), { key: 'craft.edit.addNote' })) return
  selectThings({ blocks: [], notes: [note.id] })
  useCanvasView.setState({ writing: note.id })
}

/** Changes a note; who wrote last and when is kept with its text. */
export function changeNote(
  id: NoteId,
  part: Partial<Pick<NoteRecord, 'text' | 'hue' | 'width' | 'height'>>,
): boolean {
  const { editor } = useWorkbench.getState()
  const note = editor?.document.get(id)
  if (!editor || !note) return false
  const written = part.text === undefined ? {} : { author: editor.actor, at: Date.now() }
  return putRecord({ ...note, ...part, ...written }, { key: 'craft.edit.changeNote' })
}

/** Puts the chosen blocks into a group, whose title can be written at once. */
export function groupSelection(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor) return
  if (selection.blocks.size > MOST_IN_GROUP) {
    const message = i18next.t('craft.group.tooMany', { count: MOST_IN_GROUP })
    useWorkbench.setState({ banner: { tone: 'error', message } })
    return
  }
  const { changes, group } = groupBlocks(
    editor.document,
    { blocks: selection.blocks, title: i18next.t('craft.group.unnamed'), hue: 'blue' },
    newId,
  )
  if (!group || !commit(changes, { key: 'craft.edit.group', count: selection.blocks.size })) return
  selectGroup(group)
  useCanvasView.setState({ writing: group })
}

export function ungroupSelection(): void {
  const { editor, selection } = useWorkbench.getState()
  if (!editor) return
  if (!commit(ungroupBlocks(editor.document, selection.blocks), { key: 'craft.edit.ungroup' })) return
  const { group, ...rest } = selection
  if (group) useWorkbench.setState({ selection: rest })
}

/** Whether any chosen block is in a group. */
export function isGrouped({ editor, selection }: Workbench): boolean {
  if (!editor || editor.document.count('group') === 0) return false
  for (const id of selection.blocks) if (groupOf(editor.document, id)) return true
  return false
}

/** Chooses a group: its frame, and all its blocks. */
export function selectGroup(id: GroupId): void {
  const group = useWorkbench.getState().editor?.document.get(id)
  if (group)
    useWorkbench.setState({ selection: { blocks: new Set(group.blocks), edges: new Set(), group: id } })
}

export function changeGroup(id: GroupId, part: { title?: string; hue?: NoteRecord['hue'] }): boolean {
  const group = useWorkbench.getState().editor?.document.get(id)
  return group !== undefined && putRecord({ ...group, ...part }, { key: 'craft.edit.changeGroup' })
}
