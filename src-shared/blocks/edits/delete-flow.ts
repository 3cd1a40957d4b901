import type { BotDocument } from '../../document/bot-document.ts'
import { fieldPlan, mapFields } from '../../document/fields.ts'
import type { FlowId } from '../../document/ids.ts'
import { ChangeSet } from '../../edit/changes.ts'
import { deleteSelection } from '../../edit/delete-selection.ts'
import type { Changes } from '../../edit/edit.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { kindNamed } from '../kinds.ts'

/** Removes a flow with all its blocks; blocks elsewhere that called it or jumped into it have nothing chosen then. */
export function deleteFlow(document: BotDocument, id: FlowId): Result<Changes> {
  if (document.bot.mainFlow === id)
    return fault('document/invalid', 'The main flow cannot be deleted; every bot begins there.')
  const inside = document.blocksOf(id)
  const changes = deleteSelection(document, { blocks: [...inside.keys()], edges: [] })
  const set = new ChangeSet(document).drop(id)
  for (const block of document.all('block')) {
    const kind = kindNamed(block.kind)
    if (!kind || block.flow === id) continue
    const gone = (value: unknown) => value === id || inside.has(value as never)
    const data = mapFields(fieldPlan(kind.schema), block.data, ({ role, value }) =>
      (role === 'flow' || role === 'block') && gone(value) ? null : value,
    )
    if (data !== block.data) set.put({ ...block, data })
  }
  return ok({ ...changes, ...set.done() })
}
