import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { EdgeId, RecordId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from './workbench.ts'

/** What a comment made now is about: the field that has the focus, what is selected, or the bot as a whole. */
export function placeOfSelection(): CommentPlace {
  const { editor, selection, locale, entry } = useWorkbench.getState()
  const field = fieldInFocus()
  if (field && editor?.document.get(field.record))
    return editor.document.get(field.record)?.type === 'block'
      ? { on: 'record', ...field, locale }
      : { on: 'record', ...field }
  const { blocks, edges, notes, group } = selection
  const record =
    group ?? (blocks.size === 1 ? [...blocks][0] : undefined) ?? (notes && [...notes][0]) ?? entry
  const edge = edges.size === 1 ? editor?.document.get([...edges][0] as EdgeId) : undefined
  if (edge) return { on: 'edge', block: edge.from, port: edge.port }
  return record && editor?.document.get(record as RecordId) ? { on: 'record', record } : { on: 'bot' }
}

function fieldInFocus(): { record: RecordId; path: string[] } | null {
  const focused = document.activeElement
  const path = focused?.closest<HTMLElement>('[data-path]')?.dataset.path
  const record = focused?.closest<HTMLElement>('[data-record]')?.dataset.record
  return path && record ? { record: record as RecordId, path: path.split('.') } : null
}
