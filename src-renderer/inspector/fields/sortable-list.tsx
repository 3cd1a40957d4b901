import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './sortable-list.module.css'
import { type RowDrag, useRowDrag } from './use-row-drag.ts'

type Props<Item> = Readonly<{
  items: readonly Item[]
  keyOf: (item: Item, at: number) => string
  /** What one item is called when it is moved: "Option 2". */
  nameOf: (item: Item, at: number) => string
  onMove: (from: number, to: number) => void
  label: string
  render: (item: Item, at: number) => ReactNode
}>

/** Rows in an order the person gives them: by their handle, or with Alt+Up and Alt+Down anywhere in a row. */
export function SortableList<Item>({ items, keyOf, nameOf, onMove, label, render }: Props<Item>) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || from === to || to < 0 || to >= items.length) return
    setSaid(t('inspector.sort.moved', { name: nameOf(item, from), position: to + 1, count: items.length }))
    onMove(from, to)
  }
  const drag = useRowDrag(list, move)
  return (
    <>
      <ol ref={list} className={css.list} aria-label={label}>
        {items.map((item, at) => (
          <li
            key={keyOf(item, at)}
            className={css.row}
            data-dragged={drag.from === at || undefined}
            data-landing={drag.landingSide(at)}
            style={drag.from === at ? { transform: `translateY(${drag.offset}px)` } : undefined}
            onKeyDown={event => {
              const step = keyStep(event)
              if (step !== 0) move(at, at + step)
            }}
          >
            <Handle name={nameOf(item, at)} at={at} drag={drag} />
            <div className={css.content}>{render(item, at)}</div>
          </li>
        ))}
      </ol>
      <div className={css.said} aria-live="polite">
        {said}
      </div>
    </>
  )
}

function Handle({ name, at, drag }: { name: string; at: number; drag: RowDrag }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={css.handle}
      data-handle
      aria-label={t('inspector.sort.handle', { name })}
      title={t('inspector.sort.hint')}
      onPointerDown={event => drag.begin(event, at)}
      onPointerMove={drag.follow}
      onPointerUp={drag.finish}
      onPointerCancel={drag.cancel}
    >
      <IconGripVertical size={14} aria-hidden />
    </button>
  )
}

/** How far a key moves a row: arrows on the handle, Alt with arrows in any field of the row. */
function keyStep(event: KeyboardEvent): -1 | 0 | 1 {
  const isHandle = event.target instanceof Element && event.target.closest('[data-handle]') !== null
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (step === 0 || !(event.altKey || isHandle)) return 0
  event.preventDefault()
  event.stopPropagation()
  return step
}
