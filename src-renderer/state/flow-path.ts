import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { shownFlow } from './open-bot.ts'
import { showFlow, showPlace } from './show-place.ts'
import { useWorkbench } from './workbench.ts'

/** The blocks through which one came into the flow that is shown, the first one first. */
export const useFlowPath = create<Readonly<{ callers: readonly BlockId[] }>>()(() => ({ callers: [] }))

/** No chain of sub-flows that a person walks through is longer. */
const MOST_CALLERS = 200

/** Where a block leads out of its flow: the flow it calls, or the block it jumps to. */
export function leadsTo(
  document: BotDocument,
  block: BlockRecord | undefined,
): Readonly<{ flow: FlowId; block: BlockId | null }> | null {
  if (block?.kind === 'callFlow') {
    const flow = document.get(block.data.flow as FlowId)
    return flow ? { flow: flow.id, block: null } : null
  }
  const target = block?.kind === 'goTo' ? document.get(block.data.block as BlockId) : undefined
  return target ? { flow: target.flow, block: target.id } : null
}

/** The part of a path that still leads to a flow: whoever goes elsewhere by other ways has no path behind him. */
export function pathTo(
  document: BotDocument,
  callers: readonly BlockId[],
  flow: FlowId | null,
): readonly BlockRecord[] {
  const blocks = callers.map(id => document.get(id))
  for (let length = blocks.length; length > 0; length -= 1) {
    const path = blocks.slice(0, length)
    const isWhole = path.every((block, at) => {
      const next = path[at + 1]?.flow ?? flow
      return block !== undefined && leadsTo(document, block)?.flow === next
    })
    if (isWhole) return path as BlockRecord[]
  }
  return []
}

/** The path to the flow that is shown. */
export function presentPath(): readonly BlockRecord[] {
  const { editor } = useWorkbench.getState()
  return editor ? pathTo(editor.document, useFlowPath.getState().callers, shownFlow()) : []
}

/** The one selected block, if it leads into a flow. */
export function selectedCaller(): BlockRecord | null {
  const { editor, selection } = useWorkbench.getState()
  const [id] = selection.blocks
  const block = id ? editor?.document.get(id) : undefined
  return editor && block && selection.blocks.size === 1 && leadsTo(editor.document, block) ? block : null
}

/** Opens what a block calls or jumps to; the way back is kept. Returns whether it leads anywhere. */
export function openSubFlow(id: BlockId): boolean {
  const { editor } = useWorkbench.getState()
  const block = editor?.document.get(id)
  const target = editor && leadsTo(editor.document, block)
  if (!target || !block) return false
  const callers = [...presentPath().map(caller => caller.id), id]
  // A jump inside a flow is no way into another one.
  if (target.flow !== block.flow || block.kind === 'callFlow')
    useFlowPath.setState({ callers: callers.slice(-MOST_CALLERS) })
  if (target.block) showPlace(target.block)
  else showFlow(target.flow)
  return true
}

/** Goes back to a block on the path, by default the one that led here. Returns whether there was one. */
export function stepOutOfFlow(at = presentPath().length - 1): boolean {
  const path = presentPath()
  const caller = path[at]
  if (!caller) return false
  useFlowPath.setState({ callers: path.slice(0, at).map(({ id }) => id) })
  showPlace(caller.id)
  return true
}
