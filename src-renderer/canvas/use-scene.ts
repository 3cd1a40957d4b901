import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Scene } from './scene.ts'

/** The scene of the shown flow, kept up to date; `rev` changes with what it holds. */
export function useScene(): { scene: Scene; flow: FlowId | null; rev: number } {
  const { t } = useTranslation()
  const [scene] = useState(() => new Scene())
  const [seen] = useState({ rev: 0 })
  const editor = useWorkbench(state => state.editor)
  const edits = useWorkbench(state => state.rev)
  const locale = useWorkbench(state => state.locale)
  const flow = useWorkbench(shownFlow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `edits` says when.
  return useMemo(() => {
    if (editor && flow) scene.update(editor.document, flow, locale, t)
    seen.rev += 1
    return { scene, flow, rev: seen.rev }
  }, [scene, editor, edits, flow, locale, t])
}
