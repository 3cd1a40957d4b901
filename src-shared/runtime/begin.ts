import type { KeywordId } from '../document/ids.ts'
import type { StartedBy } from './events.ts'
import { enter, push } from './follow.ts'
import { abandonIntake } from './handover.ts'
import { ASK } from './next.ts'
import type { ProgramBlock } from './program.ts'
import type { RunningTurn } from './running-turn.ts'

type How = Readonly<{ keyword?: KeywordId | null; by?: StartedBy; before?: () => void }>

/** A new conversation from an entry. `before` runs when the conversation is new and no block was entered yet. */
export function begin(turn: RunningTurn, entry: ProgramBlock, { keyword = null, by, before }: How): void {
  turn.startAfresh()
  turn.events.push({ type: 'conversationStarted', entry: entry.id, keyword, ...(by ? { by } : {}) })
  before?.()
  enter(turn, entry)
}

/** Leaves everything and goes on at a block of the same conversation. */
export function jump(turn: RunningTurn, block: ProgramBlock): void {
  abandonIntake(turn)
  turn.leaveAll()
  enter(turn, block)
}

/** Runs what begins at an entry, and comes back to the block that waits (requirements.md NHN-07: digression). */
export function digress(turn: RunningTurn, entry: ProgramBlock): void {
  const waiting = turn.waiting
  turn.leaveBlock()
  turn.tries = 0
  if (waiting !== undefined && !push(turn, { block: waiting, port: ASK })) return
  enter(turn, entry)
}
