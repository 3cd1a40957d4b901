import { type KeyboardEvent, memo, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteRecord } from '../../src-shared/document/records.ts'
import { useDraft } from '../inspector/fields/use-draft.ts'
import { selectThings } from '../state/select-things.ts'
import { useWorkbench } from '../state/workbench.ts'
import { CommentCount } from '../ui/comment-count.tsx'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Point } from './edge-path.ts'
import { changeNote } from './note-actions.ts'
import { followPointer, startDrag } from './start-drag.ts'
import styles from './things-layer.module.css'

/** As in the schema of src-shared/document/records.ts. */
export const NOTE_LIMITS = { text: 5000, width: { least: 80, most: 2000 }, height: { least: 40, most: 2000 } }

type Props = Readonly<{ note: NoteRecord; isChosen: boolean; comments: number }>

/** A sticky note: press chooses, drag moves, double click writes in place, the corner gives it another size. */
export const NoteSheet = memo(function NoteSheet({ note, isChosen, comments }: Props) {
  const { t, i18n } = useTranslation()
  const isWriting = useCanvasView(view => view.writing === note.id)
  const drag = useCanvasView(view => (isChosen ? view.drag : null))
  const [stretch, setStretch] = useState<Point | null>(null)
  const { width, height } = sizeOf(note, stretch)
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    note.at,
  )
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || isWriting) return
    event.stopPropagation()
    choose(note, event.shiftKey || event.ctrlKey || event.metaKey)
    canvasActions.focus()
    startDrag(event)
  }
  const stretchFrom = (event: PointerEvent) => {
    event.stopPropagation()
    followPointer(event, {
      onMove: setStretch,
      onEnd(by) {
        setStretch(null)
        changeNote(note.id, sizeOf(note, by))
      },
    })
  }
  return (
    <div
      id={`note-${note.id}`}
      role="note"
      aria-label={t('craft.note.name', { author: note.author, text: note.text.slice(0, 200) })}
      className={`${styles.note} nopan`}
      data-hue={note.hue}
      data-selected={isChosen}
      style={{ left: note.x + (drag?.x ?? 0), top: note.y + (drag?.y ?? 0), width, height }}
      onPointerDown={press}
      onDoubleClick={() => useCanvasView.setState({ writing: note.id })}
      onContextMenu={event => {
        event.preventDefault()
        event.stopPropagation()
        if (!isChosen) choose(note, false)
        const screen = { x: event.clientX, y: event.clientY }
        useCanvasView.setState({ menu: { screen, at: { x: note.x, y: note.y } } })
      }}
    >
      {isWriting ? (
        <NoteField note={note} />
      ) : (
        <div className={styles.words} data-empty={note.text === ''}>
          {note.text || t('craft.note.empty')}
        </div>
      )}
      {/* The notes of templates were written at no time. */}
      <div className={styles.by}>
        <span>{note.at === 0 ? note.author : t('craft.note.by', { author: note.author, time })}</span>
        <CommentCount count={comments} />
      </div>
      {isChosen && !isWriting && (
        <div className={styles.corner} title={t('craft.note.resize')} onPointerDown={stretchFrom} />
      )}
    </div>
  )
})

function sizeOf({ width, height }: NoteRecord, by: Point | null): { width: number; height: number } {
  const within = (size: number, { least, most }: { least: number; most: number }) =>
    Math.max(least, Math.min(most, size))
  return {
    width: within(width + (by?.x ?? 0), NOTE_LIMITS.width),
    height: within(height + (by?.y ?? 0), NOTE_LIMITS.height),
  }
}

function choose({ id }: NoteRecord, isAdding: boolean): void {
  const { selection } = useWorkbench.getState()
  const present = selection.notes ?? new Set()
  if (isAdding) {
    const notes = new Set(present)
    if (!notes.delete(id)) notes.add(id)
    const { group: _, ...rest } = selection
    useWorkbench.setState({ selection: { ...rest, notes } })
  } else if (!present.has(id)) selectThings({ blocks: [], notes: [id] })
}

function NoteField({ note }: { note: NoteRecord }) {
  const { t } = useTranslation()
  const draft = useDraft({
    field: `${note.id}.text`,
    value: note.text,
    commit: text => changeNote(note.id, { text }),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) canvasActions.focus()
  }
  return (
    <textarea
      className={`${styles.field} nodrag nopan nowheel`}
      aria-label={t('craft.note.text')}
      placeholder={t('craft.note.empty')}
      value={draft.text}
      maxLength={NOTE_LIMITS.text}
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
      autoFocus
      onChange={event => draft.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.flush()
        useCanvasView.setState({ writing: null })
      }}
    />
  )
}
