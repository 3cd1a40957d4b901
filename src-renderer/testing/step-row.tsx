import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconCircleX,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord, TestStep } from '../../src-shared/document/testcase.ts'
import type { TestRun } from '../../src-shared/testing/run-testcase.ts'
import css from '../panels/panels.module.css'
import { turnTitle } from '../simulator/turn-title.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { StepForm } from './step-form.tsx'
import own from './tests.module.css'

type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  step: TestStep
  at: number
  run: TestRun | null
  isOpen: boolean
  onToggle: () => void
  onMove: (by: number) => void
  onRemove: () => void
  onAdd: () => void
}>

/** One step: what happens, and whether what came of it is what is expected; opened, its form. */
export function StepRow(props: Props) {
  const { document, test, step, at, run, isOpen } = props
  const { t } = useTranslation()
  const turn = run?.simulation.turns[at]
  const differs = run ? run.differences[at] !== null : false
  const title = turn ? turnTitle(t, document, turn) : ''
  const label = t(differs ? 'tests.step.failed' : 'tests.step.passed')
  const Icon = differs ? IconCircleX : IconCircleCheck
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && by !== 0) props.onMove(by)
    else if (event.key === 'Delete') props.onRemove()
    else if (event.key === 'Insert') props.onAdd()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li className={own.step} data-open={isOpen || undefined}>
      <button
        type="button"
        className={css.row}
        data-step={`${test.id}/${at}`}
        aria-expanded={isOpen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Insert Delete"
        onClick={props.onToggle}
        onKeyDown={onKeyDown}
      >
        <span className={own.number}>{at + 1}</span>
        <span className={css.name} dir="auto">
          {title}
        </span>
        <span className={own.mark} data-passed={!differs} title={label}>
          <Icon size={14} aria-label={label} />
        </span>
      </button>
      {isOpen && (
        <div className={own.form} data-step-form={`${test.id}/${at}`}>
          <StepForm document={document} test={test} step={step} at={at} run={run} />
          <div className={own.acts}>
            <div>
              <IconButton label={t('tests.step.up')} disabled={at === 0} onClick={() => props.onMove(-1)}>
                <IconArrowUp size={14} />
              </IconButton>
              <IconButton
                label={t('tests.step.down')}
                disabled={at === test.steps.length - 1}
                onClick={() => props.onMove(1)}
              >
                <IconArrowDown size={14} />
              </IconButton>
              <IconButton label={t('tests.step.addAfter')} onClick={props.onAdd}>
                <IconPlus size={14} />
              </IconButton>
            </div>
            <IconButton
              label={t('tests.step.remove')}
              disabled={test.steps.length === 1}
              onClick={props.onRemove}
            >
              <IconTrash size={14} />
            </IconButton>
          </div>
        </div>
      )}
    </li>
  )
}
