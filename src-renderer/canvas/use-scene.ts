import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowId } from '../../src-shared/document/ids.ts'
import type { Editor } from '../../src-shared/edit/editor.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { afterPicture } from '../ui/picture.ts'
import { Scene } from './scene.ts'

/** How far the scene has followed which editor. */
type Seen = { rev: number; editor: Editor | null; seq: number }

/** How long the edges wait that are not in view, where nothing is ever idle. */
const LATEST_MS = 1000

/** What an idle moment leaves to others. */
const SPARE_MS = 2

/** The scene of the shown flow, kept up to date; `rev` changes with what it holds. */
export function useScene(): { scene: Scene; flow: FlowId | null; rev: number } {
  const { t } = useTranslation()
  const [scene] = useState(() => new Scene())
  const [seen] = useState<Seen>({ rev: 0, editor: null, seq: 0 })
  const editor = useWorkbench(state => state.editor)
  const edits = useWorkbench(state => state.rev)
  const locale = useWorkbench(state => state.locale)
  const flow = useWorkbench(shownFlow)
  const [later, setLater] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `edits` says when.
  const now = useMemo(() => {
    if (editor && flow) {
      const changes = seen.editor === editor ? editor.changesSince(seen.seq) : null
      scene.update(editor.document, flow, locale, t, { changes, edgesLater: true })
      Object.assign(seen, { editor, seq: editor.seq })
    }
    seen.rev += 1
    return { scene, flow, rev: seen.rev }
  }, [scene, editor, edits, flow, locale, t, later])
  useEffect(() => placeEdgesLater(now.scene, () => setLater(count => count + 1)), [now])
  return now
}

/** The edges out of view are placed in idle moments after the picture; `done` is called then, as what is drawn may lack some, whoever placed them. */
function placeEdgesLater(scene: Scene, done: () => void): (() => void) | undefined {
  if (scene.hasAllEdges) return undefined
  let cancel = () => {}
  const ask = () => {
    const idle = requestIdleCallback(place, { timeout: LATEST_MS })
    cancel = () => cancelIdleCallback(idle)
  }
  const place = (deadline: IdleDeadline) => {
    scene.placeLater(() => deadline.didTimeout || deadline.timeRemaining() > SPARE_MS)
    if (scene.hasAllEdges) done()
    else ask()
  }
  cancel = afterPicture(ask, LATEST_MS)
  return () => cancel()
}
