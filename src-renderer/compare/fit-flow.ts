import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { CARD } from '../canvas/block-size.ts'
import { viewOf } from '../canvas/first-view.ts'
import { around, noteBox, notesOf } from '../canvas/placed-groups.ts'
import { useCompare } from './compare-state.ts'
import { presentComparison } from './comparison.ts'

/** Shows all of the flow, as it is in either version. */
export function fitFlow(): void {
  const comparison = presentComparison()
  const { flow, size } = useCompare.getState()
  if (!comparison || !flow || size.width === 0) return
  const box = around([...boxesOf(comparison.difference.before, flow), ...boxesOf(comparison.both, flow)])
  if (box) useCompare.setState({ viewport: viewOf(box, size) })
}

/** Cards are measured by their ports alone: nothing of the drawing is needed, and it is near enough to fit a view. */
function boxesOf(document: BotDocument, flow: FlowId) {
  return [
    ...[...document.blocksOf(flow).values()].map(({ x, y, kind, data }) => ({
      ...{ left: x, top: y, right: x + CARD.width },
      bottom: y + CARD.header + 2 * CARD.line + CARD.row * (kindNamed(kind)?.ports(data).length ?? 0),
    })),
    ...[...notesOf(document, flow).values()].map(noteBox),
  ]
}
