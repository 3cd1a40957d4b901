import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { mountStandIn } from '../canvas/canvas-actions.ts'
import { useClipboard } from '../canvas/use-clipboard.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useReady } from '../ui/use-ready.ts'
import { LeadPicker } from './lead-picker.tsx'
import { StepList } from './step-list.tsx'
import { StepMenu } from './step-menu.tsx'
import styles from './steps.module.css'
import { addAtSelection, afterSelection, stepsActions } from './steps-actions.ts'
import { announce, useStepsView } from './steps-view.ts'
import { useStepModel } from './use-step-model.ts'

/**
 * The flow as a script (requirements.md NHN-13, NHN-14, NHN-15): every block as a numbered step with its words and its
 * ways on. All of a bot can be built here, with the keyboard and without eyes.
 */
export function Steps() {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const model = useStepModel()
  useStandIn(frame)
  useClipboard()
  useReady(model !== null)
  useUndoSaid()
  if (!model) return null
  const flow = model.document.get(model.flow)?.name ?? ''
  return (
    <div ref={frame} className={styles.steps} data-steps>
      <header className={styles.top}>
        <h2 className={styles.heading}>{t('steps.name', { flow })}</h2>
        <span className={styles.count}>{t('steps.count', { count: model.numbers.size })}</span>
        <span className={styles.keys}>{t('steps.keys')}</span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => stepsActions.insert('entry', null)}
        >
          {t('steps.addEntry')}
        </Button>
      </header>
      {model.rows.length === 0 ? (
        <EmptyState text={t('steps.empty')} />
      ) : (
        <StepList key={model.flow} model={model} label={t('steps.name', { flow })} />
      )}
      <Said />
      <LeadPicker model={model} />
      <StepMenu model={model} />
    </div>
  )
}

/** What was just done, read out once. */
function Said() {
  const { text, at } = useStepsView(view => view.said)
  return (
    <div className={styles.said} role="status">
      <span key={at}>{text}</span>
    </div>
  )
}

/** The commands of the canvas mean the steps while those are shown. */
function useStandIn(frame: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const only = () => {
      const { blocks } = useWorkbench.getState().selection
      return blocks.size === 1 ? [...blocks][0] : undefined
    }
    return mountStandIn({
      add: addAtSelection,
      duplicate() {
        const id = only()
        if (id) stepsActions.duplicate(id)
      },
      remove() {
        const id = only()
        if (id) stepsActions.remove(id)
        return id !== undefined
      },
      after: afterSelection,
      say(text) {
        const { locale } = useWorkbench.getState()
        stepsActions.insert('message', afterSelection(), { text: { [locale]: text } })
      },
      show: id => stepsActions.go(id),
      focus: () => frame.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
    })
  }, [frame])
}

/** Undo and redo say what they took back or did again. */
function useUndoSaid(): void {
  const { t } = useTranslation()
  const rev = useWorkbench(state => state.rev)
  const editor = useWorkbench(state => state.editor)
  const seen = useRef({ editor, seq: editor?.seq })
  useEffect(() => {
    const before = seen.current
    seen.current = { editor, seq: editor?.seq }
    if (!editor || before.editor !== editor || before.seq === editor.seq || rev === 0) return
    const { undoable, redoable } = editor.history
    const undone = redoable.at(-1)
    const redone = undoable.at(-1)
    const isNewest = (at: number | undefined) => at === editor.seq - 1
    if (undone && isNewest(undone.baseSeq))
      announce(t('steps.said.undone', { name: t(undone.label.key, { ...undone.label }) }))
    else if (redone?.kind === 'redo' && isNewest(redone.baseSeq))
      announce(t('steps.said.redone', { name: t(redone.label.key, { ...redone.label }) }))
  }, [rev, editor, t])
}
