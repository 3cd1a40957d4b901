import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { SectionRow } from './section-row.tsx'
import { StepRow } from './step-row.tsx'
import styles from './steps.module.css'
import { focusStep, useStepsView } from './steps-view.ts'
import { useStepKeys } from './use-step-keys.ts'
import type { StepModel } from './use-step-model.ts'

/** Up to so many lines all are there, so that a screen reader's own reading cursor finds every step. */
const ALL_THERE = 200
const NEAR = 6

/** Pixels, until a line is measured. */
const SECTION = 44
const STEP = 92
const WAY = 28

type Props = Readonly<{ model: StepModel; label: string }>

/** The lines as a tree grid: one tab stop, arrows move along, what is far away is not there (decision 0010). */
export function StepList({ model, label }: Props) {
  const { rows } = model
  const scroller = useRef<HTMLDivElement>(null)
  const active = useActive(model)
  const keep = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range)
      return active < 0 || near.includes(active) ? near : [...near, active].sort((a, b) => a - b)
    },
    [active],
  )
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(model, index),
    getItemKey: index => rows[index]?.key ?? index,
    overscan: rows.length <= ALL_THERE ? rows.length : NEAR,
    rangeExtractor: keep,
  })
  const onKeyDown = useStepKeys(model, active)
  const show = (index: number) => {
    // With the heading above the first step.
    if (index <= 1) lines.scrollToOffset(0)
    else lines.scrollToIndex(index, { align: 'auto' })
  }
  const focus = useFocus(model, active, show)
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        className={styles.list}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rows.length}
        style={{ height: lines.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...focus}
      >
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={key}
                ref={lines.measureElement}
                className={styles.line}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.type === 'section' ? (
                  <SectionRow model={model} row={row} index={index} />
                ) : (
                  <StepRow model={model} row={row} index={index} isActive={index === active} />
                )}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function heightOf({ rows, document }: StepModel, index: number): number {
  const row = rows[index]
  if (row?.type !== 'step') return SECTION
  const block = document.get(row.key)
  return STEP + (block ? portsOf(block).length : 0) * WAY
}

/** The line that has the tab stop: the selected step, else the one that had it, else the first. */
function useActive({ rows }: StepModel): number {
  const last = useRef(1)
  const selected = useWorkbench(({ selection }) =>
    selection.blocks.size === 1 ? [...selection.blocks][0] : undefined,
  )
  const found = selected ? rows.findIndex(row => row.type === 'step' && row.key === selected) : -1
  let active = found >= 0 ? found : Math.min(last.current, rows.length - 1)
  while (active > 0 && rows[active]?.type !== 'step') active -= 1
  if (rows[active]?.type !== 'step') active = rows.findIndex(row => row.type === 'step')
  useEffect(() => {
    last.current = active
  }, [active])
  return active
}

/** Gives the focus to the step that shall have it, and keeps it in the list when its step goes with an undo. */
function useFocus(model: StepModel, active: number, show: (index: number) => void) {
  const asked = useStepsView(view => view.focus)
  const met = useRef(asked?.at ?? 0)
  const hasFocus = useRef(false)
  const { rows } = model
  useLayoutEffect(() => {
    if (!asked || asked.at === met.current) return
    const row = document.getElementById(`step-${asked.id}`)
    if (!row) return
    met.current = asked.at
    show(rows.findIndex(({ key }) => key === asked.id))
    row.focus({ preventScroll: true })
  })
  const goTo = useWorkbench(state => state.goTo)
  const key = rows[active]?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight once, when it becomes the one
  useEffect(() => {
    // A step that was pressed stays under the pointer: the press has yet to become a click.
    const isPressed = document.getElementById(`step-${key}`)?.contains(document.activeElement)
    if (active >= 0 && !isPressed) show(active)
  }, [key, goTo])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every edit
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body && key) focusStep(key as BlockId)
  }, [model])
  return {
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: (event: React.FocusEvent) => {
      if (event.relatedTarget !== null || (event.target as Element).isConnected) hasFocus.current = false
    },
  }
}
