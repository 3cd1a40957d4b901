import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowId } from '../../src-shared/document/ids.ts'
import type { Editor } from '../../src-shared/edit/editor.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Scene } from './scene.ts'

/** How far the scene has followed which editor. */
type Seen = { rev: number; editor: Editor | null; seq: number }

/** The scene of the shown flow, kept up to date; `rev` changes with what it holds. */
export function useScene(): { scene: Scene; flow: FlowId | null; rev: number } {
  const { t } = useTranslation()
  const [scene] = useState(() => new Scene())
  const [seen] = useState<Seen>({ rev: 0, editor: null, seq: 0 })
  const editor = useWorkbench(state => state.editor)
  const edits = useWorkbench(state => state.rev)
  const locale = useWorkbench(state => state.locale)
  const flow = useWorkbench(shownFlow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `edits` says when.
  return useMemo(() => {
    if (editor && flow) {
      const changes = seen.editor === editor ? editor.changesSince(seen.seq) : null
      scene.update(editor.document, flow, locale, t, changes)
      Object.assign(seen, { editor, seq: editor.seq })
    }
    seen.rev += 1
    return { scene, flow, rev: seen.rev }
  }, [scene, editor, edits, flow, locale, t])
}
