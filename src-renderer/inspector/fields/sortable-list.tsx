import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { landingIndex } from './move-item.ts'
import css from './sortable-list.module.css'

type Props<Item> = Readonly<{
  items: readonly Item[]
  keyOf: (item: Item, at: number) => string
  /** What one item is called when it is moved: "Option 2". */
  nameOf: (item: Item, at: number) => string
  onMove: (from: number, to: number) => void
  label: string
  render: (item: Item, at: number) => ReactNode
}>

type Drag = Readonly<{ from: number; to: number; start: number; offset: number; middles: readonly number[] }>

/** Rows in an order the person gives them: by their handle, or with Alt+Up and Alt+Down anywhere in a row. */
export function SortableList<Item>({ items, keyOf, nameOf, onMove, label, render }: Props<Item>) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [said, setSaid] = useState('')

  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || from === to || to < 0 || to >= items.length) return
    setSaid(t('inspector.sort.moved', { name: nameOf(item, from), position: to + 1, count: items.length }))
    onMove(from, to)
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const isHandle = event.target instanceof Element && event.target.closest(`.${css.handle}`) !== null
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0 || !(event.altKey || isHandle)) return
    event.preventDefault()
    event.stopPropagation()
    move(at, at + step)
  }
  const begin = (event: PointerEvent<HTMLButtonElement>, from: number) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const rows = [...(list.current?.children ?? [])].map(row => row.getBoundingClientRect())
    const middles = rows.map(({ top, height }) => top + height / 2)
    setDrag({ from, to: from, start: event.clientY, offset: 0, middles })
  }
  const follow = (event: PointerEvent) => {
    if (!drag) return
    const to = landingIndex(drag.middles, drag.from, event.clientY)
    setDrag({ ...drag, to, offset: event.clientY - drag.start })
  }
  const finish = () => {
    if (drag) move(drag.from, drag.to)
    setDrag(null)
  }

  return (
    <>
      <ol ref={list} className={css.list} aria-label={label}>
        {items.map((item, at) => (
          <li
            key={keyOf(item, at)}
            className={css.row}
            data-dragged={drag?.from === at || undefined}
            data-landing={landingSide(drag, at)}
            style={drag?.from === at ? { transform: `translateY(${drag.offset}px)` } : undefined}
            onKeyDown={event => onKeyDown(event, at)}
          >
            <button
              type="button"
              className={css.handle}
              aria-label={t('inspector.sort.handle', { name: nameOf(item, at) })}
              title={t('inspector.sort.hint')}
              onPointerDown={event => begin(event, at)}
              onPointerMove={follow}
              onPointerUp={finish}
              onPointerCancel={() => setDrag(null)}
            >
              <IconGripVertical size={14} aria-hidden />
            </button>
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

/** On which side of a row the dragged one would land. */
function landingSide(drag: Drag | null, at: number): 'before' | 'after' | undefined {
  if (!drag || drag.to === drag.from || at !== drag.to) return undefined
  return drag.to < drag.from ? 'before' : 'after'
}
