import type { BotDocument } from '../document/bot-document.ts'
import type { IterationId } from '../document/ids.ts'
import { newestIteration, openBlocking } from './threads.ts'

/** Why an iteration cannot be approved or sent back now; null when it can. `blocking`: how many comments keep it. */
export type DecisionHindrance = 'not-newest' | 'decided' | 'blocking'

/** Whether a pass may be approved (requirements.md KAL-07): the newest, undecided, and no blocking comment open. */
export function approvalHindrance(document: BotDocument, id: IterationId): DecisionHindrance | null {
  const hindrance = decisionHindrance(document, id)
  return hindrance ?? (openBlocking(document).length > 0 ? 'blocking' : null)
}

/** Whether changes may be requested of a pass: the newest one, as long as nothing was decided. */
export function decisionHindrance(document: BotDocument, id: IterationId): 'not-newest' | 'decided' | null {
  const newest = newestIteration(document)
  if (newest?.id !== id) return 'not-newest'
  return newest.state === 'approved' ? 'decided' : null
}
