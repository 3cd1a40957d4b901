import type { TFunction } from 'i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { changeStudy, type StudyChange } from '../../src-shared/onboarding/change-study.ts'
import { changeTask, type TaskChange } from '../../src-shared/onboarding/change-task.ts'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { keep } from '../media/add-files.ts'
import { commit } from '../state/edits.ts'
import { showLeft } from '../state/show-left.ts'
import { useWorkbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { useReview } from './review-state.ts'
import { stepTitle } from './step-title.ts'

/** Shows the checklist, opened at a step where one is named. */
export function showChecklist(step: ChecklistItem['id'] | null = null): void {
  useReview.setState(step ? { part: 'checklist', step } : { part: 'checklist' })
  showLeft('review')
  focusWhenThere(step ? `[data-step="${step}"] > button` : '[data-panel="review"] [data-step] > button')
}

/** Says something about a step; returns whether it was done. */
export function changeStep(
  t: TFunction,
  item: ChecklistItem,
  change: TaskChange,
  label: 'state' | 'words' | 'evidence' = 'words',
): boolean {
  const { editor } = useWorkbench.getState()
  if (!editor) return false
  const name = stepTitle(t, item)
  return commit(changeTask(editor.document, item, change), { key: `checklist.edit.${label}`, name })
}

/** Keeps a file in the library and names it as what shows that a step is done; what cannot be taken is said. */
export async function attachEvidence(t: TFunction, item: ChecklistItem, file: File): Promise<void> {
  const { bot } = useWorkbench.getState()
  const kept = await keep(t, file)
  // The person may have gone to another bot meanwhile.
  if (useWorkbench.getState().bot !== bot) return
  if (!kept.ok) {
    const message = t('media.refused', { name: file.name, why: kept.why })
    return useWorkbench.setState({ banner: { tone: 'error', message } })
  }
  const { name, mime, size, hash } = kept.file
  changeStep(t, item, { evidence: { name: name.slice(-240), mime, size, hash } }, 'evidence')
}

/** Writes down what was found out about a call; returns whether it was done. */
export function changeFindings(
  t: TFunction,
  block: BlockRecord,
  change: StudyChange,
  label: 'study' | 'test' = 'study',
): boolean {
  const { editor, preferences } = useWorkbench.getState()
  if (!editor) return false
  const changes = changeStudy(editor.document, block.id, change, { by: preferences.actor, at: Date.now() })
  return commit(changes, { key: `checklist.edit.${label}`, name: blockTitle(t, block) })
}
