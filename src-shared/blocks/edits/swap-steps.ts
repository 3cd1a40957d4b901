import type { BotDocument } from '../../document/bot-document.ts'
import { type BlockId, newRecordId } from '../../document/ids.ts'
import type { BlockRecord, EdgeRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { kindNamed } from '../kinds.ts'
import { wayOn } from '../way-on.ts'

/**
 * Two steps that follow each other change places, in the conversation and on the canvas. Only where that can mean one
 * thing: the first leads to the second and nowhere else, nothing else leads to the second, and that has one way on at
 * most. Null otherwise.
 */
export function swapSteps(
  document: BotDocument,
  first: BlockId,
  second: BlockId,
  newId: () => string,
): Changes | null {
  const chain = chainOf(document, first, second)
  if (!chain) return null
  const { upper, lower, between, onwards, port } = chain
  const set = new ChangeSet(document)
  for (const edge of document.edgesTo(first)) set.put({ ...edge, to: second })
  if (onwards) set.put({ ...between, to: onwards.to })
  else set.drop(between.id)
  set.put(
    onwards
      ? { ...onwards, to: first }
      : { ...between, id: newRecordId('edge', newId), from: second, port, to: first },
  )
  set.put({ ...upper, x: lower.x, y: lower.y })
  set.put({ ...lower, x: upper.x, y: upper.y })
  return set.done()
}

/** The step a step can be moved over, up or down; null where it cannot. */
export function stepToSwap(document: BotDocument, id: BlockId, direction: 'up' | 'down'): BlockId | null {
  const edges = direction === 'up' ? document.edgesTo(id) : document.edgesFrom(id)
  const [edge] = edges
  if (!edge || edges.length !== 1) return null
  const other = direction === 'up' ? edge.from : edge.to
  const [first, second] = direction === 'up' ? [other, id] : [id, other]
  return chainOf(document, first, second) ? other : null
}

type Chain = Readonly<{
  upper: BlockRecord
  lower: BlockRecord
  between: EdgeRecord
  onwards: EdgeRecord | undefined
  /** Where the second is left. */
  port: string
}>

function chainOf(document: BotDocument, first: BlockId, second: BlockId): Chain | null {
  const [upper, lower] = [document.get(first), document.get(second)]
  if (!upper || !lower || first === second || !kindNamed(upper.kind)?.hasInput) return null
  const [between, ...others] = document.edgesFrom(first)
  const [onwards, ...ways] = document.edgesFrom(second)
  if (between?.to !== second || others.length > 0 || ways.length > 0) return null
  if (document.edgesTo(second).length > 1 || onwards?.to === first || onwards?.to === second) return null
  const port = onwards?.port ?? wayOn(lower)
  return port === null ? null : { upper, lower, between, onwards, port }
}
