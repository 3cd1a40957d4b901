import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { addAfter } from './step-row.tsx'
import { stepBy, stepTyped } from './step-rows.ts'
import { stepsActions } from './steps-actions.ts'
import { anchorAt, focusStep, useStepsView } from './steps-view.ts'
import type { StepModel } from './use-step-model.ts'

/** Letters that follow each other faster than this (ms) are one word. */
const TYPING_MS = 700

/**
 * The script by keyboard: up and down along the steps, left and right through what a step offers, letters and digits to
 * a title or number. What the table of commands knows (F2, Delete, Ctrl+D, undo) comes from there.
 */
export function useStepKeys(model: StepModel, active: number): (event: KeyboardEvent<HTMLElement>) => void {
  const { t } = useTranslation()
  const typed = useRef({ text: '', at: 0 })
  return useCallback(
    event => {
      const row = model.rows[active]
      // Lists and menus that a step opened are its children for React, but elsewhere in the page.
      if (row?.type !== 'step' || !event.currentTarget.contains(event.target as Node)) return
      const goTo = (index: number | null) => {
        const target = index === null ? undefined : model.rows[index]
        if (target?.type !== 'step') return false
        stepsActions.select(target.key)
        focusStep(target.key)
        return true
      }
      const isTyped = (key: string) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !/^[\p{L}\p{N}]$/u.test(key)) return false
        const { text, at } = typed.current
        const word = event.timeStamp - at < TYPING_MS ? text + key : key
        typed.current = { text: word, at: event.timeStamp }
        goTo(stepTyped(model.rows, active, word, id => blockTitle(t, model.document.get(id))))
        return true
      }
      const isOther =
        doToStep(event, model, row.key) ||
        (!isModified(event) && (goTo(stepBy(model.rows, active, event.key)) || alongControls(event)))
      if (isOther) typed.current.text = ''
      if (isOther || isTyped(event.key)) event.preventDefault()
    },
    [model, active, t],
  )
}

function isModified({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}

/** Keys that change the step, or open what does. */
function doToStep(event: KeyboardEvent<HTMLElement>, model: StepModel, id: BlockId): boolean {
  const row = document.getElementById(`step-${id}`)
  if (!row || event.ctrlKey || event.metaKey) return false
  const { key, altKey, shiftKey } = event
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    stepsActions.move(id, key === 'ArrowUp' ? 'up' : 'down')
  else if (altKey) return false
  else if (key === '+' || key === 'Insert') addAfter(model, id, row)
  else if (key === 'ContextMenu' || (shiftKey && key === 'F10'))
    useStepsView.setState({ menu: { id, anchor: anchorAt(row) } })
  else if (key === 'Enter' && event.target === row) stepsActions.edit(id)
  else return false
  return true
}

/** Right goes into what the step offers and along it, left back and out. */
function alongControls({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const row = (target as HTMLElement).closest<HTMLElement>('[role="row"]')
  if (step === 0 || !row) return false
  const controls = [row, ...row.querySelectorAll<HTMLElement>('[data-control]')]
  controls[controls.indexOf(target as HTMLElement) + step]?.focus()
  return true
}
