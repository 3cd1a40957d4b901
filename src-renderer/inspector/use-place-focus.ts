import { type RefObject, useEffect, useRef } from 'react'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { beginsWith } from './fields/field-scope.ts'

const FOCUSABLE = 'textarea, input, select, [contenteditable="true"], button'

/** Requests that were met, so that a form which opens again does not take the focus for an old one. */
let met = 0

/** Focuses the field of a form that a person has asked to see: the one whose path fits best. */
export function usePlaceFocus(record: RecordId): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null)
  const goTo = useWorkbench(state => state.goTo)
  useEffect(() => {
    const path = goTo?.path
    if (!path || goTo.record !== record || goTo.at === met) return
    const places = [...(form.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
    const fitting = places.filter(place => beginsWith(path, (place.dataset.path ?? '').split('.')))
    const best = fitting.toSorted((a, b) => (b.dataset.path ?? '').length - (a.dataset.path ?? '').length)[0]
    if (!best) return
    met = goTo.at
    best.scrollIntoView({ block: 'center' })
    const field =
      best.querySelector<HTMLElement>('textarea, input, select, [contenteditable="true"]') ??
      best.querySelector<HTMLElement>(FOCUSABLE)
    field?.focus({ preventScroll: true })
  }, [goTo, record])
  return form
}
