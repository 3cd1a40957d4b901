import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { templateProblems } from '../fields/template-problems.ts'
import type { ChipWords } from './place-chips.ts'

/** What the chips of a text say, as the bot is now. */
export function useChipWords(): ChipWords {
  const { t } = useTranslation()
  const document = useDocument()
  const rev = useWorkbench(state => state.rev)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  return useMemo(
    () => ({
      title: inside => t('editor.chip', { name: inside.trim() }),
      problem: inside =>
        document ? (templateProblems(`{{${inside}}}`, document)[0]?.message ?? null) : null,
    }),
    [document, rev, t],
  )
}
