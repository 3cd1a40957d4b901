import { type PointerEvent, type RefObject, useState } from 'react'
import { landingIndex } from './move-item.ts'

type Drag = Readonly<{ from: number; to: number; start: number; offset: number; middles: readonly number[] }>

export type RowDrag = Readonly<{
  /** The row that is dragged, and how far, in pixels. */
  from: number | null
  offset: number
  /** On which side of a row the dragged one would land. */
  landingSide: (at: number) => 'before' | 'after' | undefined
  begin: (event: PointerEvent<HTMLElement>, from: number) => void
  follow: (event: PointerEvent) => void
  finish: () => void
  cancel: () => void
}>

/** Dragging a row of a list by its handle; the move is made when the pointer is released. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
): RowDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  return {
    from: drag?.from ?? null,
    offset: drag?.offset ?? 0,
    landingSide: at => {
      if (!drag || drag.to === drag.from || at !== drag.to) return undefined
      return drag.to < drag.from ? 'before' : 'after'
    },
    begin: (event, from) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const rows = [...(list.current?.children ?? [])].map(row => row.getBoundingClientRect())
      const middles = rows.map(({ top, height }) => top + height / 2)
      setDrag({ from, to: from, start: event.clientY, offset: 0, middles })
    },
    follow: event => {
      if (!drag) return
      const to = landingIndex(drag.middles, drag.from, event.clientY)
      setDrag({ ...drag, to, offset: event.clientY - drag.start })
    },
    finish: () => {
      if (drag) move(drag.from, drag.to)
      setDrag(null)
    },
    cancel: () => setDrag(null),
  }
}
