import { type RefObject, useEffect, useRef, useState } from 'react'

type Rows = Readonly<{ from: number; to: number }>

/** Rows above and below what is seen that are there already. */
const SPARE = 12

/**
 * Which rows of a long list of equally high rows are to be drawn: those in sight of the scrolling element around it and
 * a few more. Ten thousand rows then cost what a screen of them costs.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
): { list: RefObject<HTMLUListElement | null>; rows: Rows } {
  const list = useRef<HTMLUListElement>(null)
  const [rows, setRows] = useState<Rows>({ from: 0, to: Math.min(count, 40) })
  useEffect(() => {
    const element = list.current
    const scroller = element?.parentElement
    if (!element || !scroller) return
    const look = () => {
      const above = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
      const from = Math.max(0, Math.floor(above / rowHeight) - SPARE)
      const to = Math.min(count, Math.ceil((above + scroller.clientHeight) / rowHeight) + SPARE)
      setRows(before => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    const watcher = new ResizeObserver(look)
    watcher.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      watcher.disconnect()
    }
  }, [count, rowHeight])
  return { list, rows }
}
