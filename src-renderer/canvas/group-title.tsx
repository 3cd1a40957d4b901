import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../inspector/fields/use-draft.ts'
import { useWorkbench } from '../state/workbench.ts'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { changeGroup, selectGroup } from './note-actions.ts'
import { frameOf, type PlacedGroup } from './placed-groups.ts'
import { startDrag } from './start-drag.ts'
import styles from './things-layer.module.css'

/** As in the schema of src-shared/document/records.ts. */
const MAX_TITLE = 80

type Props = Readonly<{ group: PlacedGroup; isChosen: boolean }>

/** The title on a group's frame: press chooses, drag moves all its blocks, double click writes. */
export const GroupTitle = memo(function GroupTitle({ group, isChosen }: Props) {
  const { t } = useTranslation()
  const { record } = group
  const isWriting = useCanvasView(view => view.writing === record.id)
  const drag = useCanvasView(view => view.drag)
  const blocks = useWorkbench(state => state.selection.blocks)
  // Far away the title keeps the size it has at 100 %, so that a large flow can be found through by its groups.
  const scale = useCanvasView(view => Math.max(1, Math.round(20 / view.viewport.zoom) / 20))
  const { left, top } = frameOf(group, blocks, drag)
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || isWriting) return
    event.stopPropagation()
    if (event.shiftKey) addBlocks(group)
    else selectGroup(record.id)
    canvasActions.focus()
    startDrag(event)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the canvas, not of a form
    <div
      id={`group-${record.id}`}
      role="group"
      aria-label={t('craft.group.name', { title: record.title, count: record.blocks.length })}
      className={`${styles.title} nopan`}
      data-hue={record.hue}
      data-selected={isChosen}
      style={{ transform: `translate(${left}px, ${top - 6}px) scale(${scale}) translateY(-100%)` }}
      onPointerDown={press}
      onDoubleClick={() => useCanvasView.setState({ writing: record.id })}
      onContextMenu={event => {
        event.preventDefault()
        event.stopPropagation()
        selectGroup(record.id)
        const screen = { x: event.clientX, y: event.clientY }
        useCanvasView.setState({ menu: { screen, at: { x: left, y: top } } })
      }}
    >
      {isWriting ? <TitleField group={group} /> : <span>{record.title || t('craft.group.unnamed')}</span>}
    </div>
  )
})

function addBlocks({ record }: PlacedGroup): void {
  const { selection } = useWorkbench.getState()
  const { group: _, ...rest } = selection
  useWorkbench.setState({
    selection: { ...rest, blocks: new Set([...selection.blocks, ...record.blocks]) },
  })
}

function TitleField({ group: { record } }: { group: PlacedGroup }) {
  const { t } = useTranslation()
  const draft = useDraft({
    field: `${record.id}.title`,
    value: record.title,
    whole: true,
    commit: title => changeGroup(record.id, { title: title.trim() }),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    if (event.key === 'Escape') draft.drop()
    canvasActions.focus()
  }
  return (
    <input
      className="nodrag nopan"
      aria-label={t('craft.group.title')}
      value={draft.text}
      maxLength={MAX_TITLE}
      size={Math.max(8, draft.text.length)}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
      autoFocus
      onFocus={event => event.currentTarget.select()}
      onChange={event => draft.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.flush()
        useCanvasView.setState({ writing: null })
      }}
    />
  )
}
