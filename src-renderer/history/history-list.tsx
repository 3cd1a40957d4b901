import { type KeyboardEvent, type UIEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../src-shared/edit/steps.ts'
import { loadPage, travelTo } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import css from './history.module.css'
import { whenText } from './when-text.ts'

/** Pixels from the end of the list at which older steps are fetched. */
const NEAR_END = 200

/**
 * All steps, newest first: those taken back in grey above the present, those in effect below. Choosing one goes there,
 * by undo and redo: nothing is erased. Older pages come as one scrolls.
 */
export function HistoryList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  useWorkbench(state => state.rev)
  const editor = useWorkbench(state => state.editor)
  const [, setPages] = useState(0)
  const [chosen, setChosen] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const steps = editor?.steps() ?? []
  const present = steps.filter(({ isUndone }) => !isUndone).length
  // Counted in steps that are in effect then; the beginning of the known log is 0.
  const at = Math.min(chosen ?? present, steps.length)
  const more = async () => {
    const known = steps.length
    if (!(await loadPage())) return
    const added = (useWorkbench.getState().editor?.steps().length ?? known) - known
    setChosen(was => (was === null ? null : was + added))
    setPages(pages => pages + 1)
  }
  const hasOlder = editor?.hasOlder ?? false
  useEffect(() => {
    if (hasOlder && list.current && list.current.scrollHeight <= list.current.clientHeight + NEAR_END)
      void more()
  })
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    document.getElementById(`step-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLElement>) => {
    if (hasOlder && scrollTop + clientHeight > scrollHeight - NEAR_END) void more()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(Math.max(hasOlder ? 1 : 0, at - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.min(steps.length, at + 1))
    else if (event.key === 'Home') setChosen(steps.length)
    else if (event.key === 'End') setChosen(hasOlder ? 1 : 0)
    else if (event.key === 'Enter' || event.key === ' ') void travelTo(at)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const go = (count: number) => {
    setChosen(count)
    void travelTo(count)
  }
  return (
    <div className={css.history}>
      <p className={css.title} id="history-title">
        {t('history.title')}
      </p>
      <div
        ref={list}
        className={css.list}
        role="listbox"
        aria-labelledby="history-title"
        aria-activedescendant={`step-${at}`}
        tabIndex={0}
        data-autofocus
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        {steps
          .map((step, index) => (
            <StepRow
              key={step.edit.id}
              count={index + 1}
              isPresent={index + 1 === present}
              isChosen={index + 1 === at}
              step={step}
              onGo={go}
            />
          ))
          .reverse()}
        {!hasOlder && (
          <StepRow count={0} isPresent={present === 0} isChosen={at === 0} step={null} onGo={go} />
        )}
      </div>
    </div>
  )
}

type RowProps = Readonly<{
  count: number
  step: Step | null
  isPresent: boolean
  isChosen: boolean
  onGo: (count: number) => void
}>

/** A step; none is how the bot was before all of them. */
function StepRow({ count, step, isPresent, isChosen, onGo }: RowProps) {
  const { t, i18n } = useTranslation()
  return (
    <div
      id={`step-${count}`}
      className={css.step}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-current={isPresent ? 'step' : undefined}
      data-undone={step?.isUndone ?? false}
      onPointerDown={event => event.preventDefault()}
      onClick={() => onGo(count)}
      onKeyDown={() => {}}
    >
      <span className={css.name}>
        {step ? t(step.edit.label.key, { ...step.edit.label }) : t('history.beginning')}
      </span>
      {isPresent && <span className={css.present}>{t('history.present')}</span>}
      {step && (
        <span className={css.meta}>
          {t(step.isUndone ? 'history.undone' : 'history.made', {
            who: step.edit.actor,
            when: whenText(step.edit.at, Date.now(), i18n.language),
          })}
        </span>
      )}
    </div>
  )
}
