import type { BotDocument } from '../../document/bot-document.ts'
import type { FlowId } from '../../document/ids.ts'
import type { BlockRecord, EdgeEnd } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import { ok, type Result } from '../../kit/result.ts'
import type { Clip } from '../clipboard/clip.ts'
import { kindNamed } from '../kinds.ts'
import { freePlace } from './free-place.ts'
import { leadThrough } from './insert-step.ts'
import { type Pasted, pasteClip } from './paste-clip.ts'

type Wanted = Readonly<{
  flow: FlowId
  /** The port that shall lead to it; null for steps nothing leads to. */
  after: EdgeEnd | null
  names?: ReadonlyMap<string, string>
}>

/**
 * Puts a clip into a flow at a free place. A single block follows the port, as a new step does; several keep to the
 * ways among them, for which of them should be led to is not known.
 */
export function pasteStep(
  document: BotDocument,
  clip: Clip,
  { flow, after, names = new Map() }: Wanted,
  newId: () => string,
): Result<Pasted> {
  const before = after ? document.get(after.block) : undefined
  const copied = clip.records.filter(record => record.type === 'block')
  const sample = copied[0] ?? { kind: 'message', data: {} }
  const place = freePlace(document, flow, sample, copied.length === 1 && before ? before : null)
  const pasted = pasteClip(document, clip, { flow, ...place, names }, newId)
  if (!pasted.ok) return pasted
  const { changes, blocks } = pasted.value
  const [id] = blocks
  const block = id && (changes[id]?.after as BlockRecord | undefined)
  if (!after || !block || blocks.length > 1 || before?.flow !== flow || !kindNamed(block.kind)?.hasInput)
    return pasted
  const set = new ChangeSet(document)
  leadThrough(set, after, block, newId)
  return ok({ ...pasted.value, changes: { ...changes, ...set.done() } })
}
