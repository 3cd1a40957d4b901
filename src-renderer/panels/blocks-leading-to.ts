import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { fieldPlan, visitFields } from '../../src-shared/document/fields.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'

/** The blocks of other flows that call a flow or jump into it: they lead nowhere once it is gone. */
export function blocksLeadingTo(document: BotDocument, flow: FlowId): readonly BlockId[] {
  const leading = new Set<BlockId>()
  for (const block of document.all('block')) {
    const kind = kindNamed(block.kind)
    if (!kind || block.flow === flow) continue
    visitFields(fieldPlan(kind.schema), block.data, ({ role, value }) => {
      if (role === 'flow' && value === flow) leading.add(block.id)
      if (role === 'block' && value !== null && document.get(value as BlockId)?.flow === flow)
        leading.add(block.id)
    })
  }
  return [...leading]
}
