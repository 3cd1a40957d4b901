import type { BotDocument } from '../../document/bot-document.ts'
import { newRecordId } from '../../document/ids.ts'
import type { FlowRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'

/** A new flow that others can call: it has its entry already. */
export function addFlow(
  document: BotDocument,
  name: string,
  newId: () => string,
): { changes: Changes; flow: FlowRecord } {
  const flow: FlowRecord = { id: newRecordId('flow', newId), type: 'flow', name, description: '' }
  const set = new ChangeSet(document).put(flow)
  set.put({
    id: newRecordId('block', newId),
    type: 'block',
    flow: flow.id,
    kind: 'entry',
    title: '',
    x: 80,
    y: 160,
    data: { trigger: 'call' },
  })
  return { changes: set.done(), flow }
}
