import type { BotDocument } from '../../document/bot-document.ts'
import { newRecordId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { type KindName, kindNamed } from '../kinds.ts'

/** What is said in the new dialog, in the language `locale` of the bot. */
type Words = Readonly<{ flow: string; question: string; locale: string }>

/** A pre-chat dialog with one question, in a flow of its own: no handover goes without one (requirements.md CM-01). */
export function addPreChat(
  document: BotDocument,
  { flow: name, question, locale }: Words,
  newId: () => string,
): Changes {
  const flow = newRecordId('flow', newId)
  const set = new ChangeSet(document).put({ id: flow, type: 'flow', name, description: '' })
  const put = (kind: KindName, column: number, data: Record<string, unknown>) => {
    const defaults = kindNamed(kind)?.defaults({ locale, newId }) as Record<string, unknown>
    const block: BlockRecord = {
      ...{ id: newRecordId('block', newId), type: 'block', flow, kind, title: '' },
      ...{ x: 80 + column * 320, y: 160, data: { ...defaults, ...data } },
    }
    set.put(block)
    return block.id
  }
  const entry = put('entry', 0, { trigger: 'preChat' })
  const asked = put('question', 1, { prompt: { [locale]: question } })
  const end = put('end', 2, { mode: 'return', text: {} })
  set.put({ id: newRecordId('edge', newId), type: 'edge', flow, from: entry, port: 'next', to: asked })
  set.put({ id: newRecordId('edge', newId), type: 'edge', flow, from: asked, port: 'answered', to: end })
  return set.done()
}
