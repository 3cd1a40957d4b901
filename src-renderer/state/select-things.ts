import type { BlockId, EdgeId, NoteId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from './workbench.ts'

/** Chooses blocks and notes on the canvas, and nothing else. */
export function selectThings(things: { blocks: Iterable<BlockId>; notes: Iterable<NoteId> }): void {
  useWorkbench.setState({
    selection: { blocks: new Set(things.blocks), edges: new Set(), notes: new Set(things.notes) },
  })
}

/** Chooses an edge on the canvas, and nothing else. */
export function selectEdge(edge: EdgeId): void {
  useWorkbench.setState({ selection: { blocks: new Set(), edges: new Set([edge]) } })
}
