import type { BlockId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Selects a block and brings it into sight, beside the conversation: unlike showPlace, the panel stays as it is. */
export function pointAt(block: BlockId): void {
  const record = useWorkbench.getState().editor?.document.get(block)
  if (!record) return
  useWorkbench.setState({
    flow: record.flow,
    selection: { blocks: new Set([block]), edges: new Set() },
    goTo: { record: block, path: null, at: performance.now() },
  })
}
