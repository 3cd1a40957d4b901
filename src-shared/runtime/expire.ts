import { goOn } from './follow.ts'
import type { Program } from './program.ts'
import type { RunningTurn } from './running-turn.ts'
import type { More, Session } from './session.ts'

/** A handover ends when nobody has said anything for so long (requirements.md CM-15). */
export const HANDOVER_MS = 24 * 3_600_000

type Due = Readonly<{ timer: 'wake' | 'inactivity' | 'handover'; at: number }>

/**
 * When the host is to send an input of type `time`, epoch ms; null for never. An input that comes later than that
 * finds the same conversation: what was due has happened before it is looked at.
 */
export function dueAt(program: Program, session: Session): number | null {
  return nextDue(program, { ...session, ...session.more })?.at ?? null
}

type Timed = Pick<Session, 'state' | 'block' | 'at'> & Pick<More, 'effect' | 'wakeAt' | 'agentAt'>

function nextDue(program: Program, { state, block, effect, wakeAt, agentAt, at }: Timed): Due | null {
  if (agentAt !== undefined) return { timer: 'handover', at: agentAt + HANDOVER_MS }
  if (state !== 'open' || block === undefined || effect !== undefined) return null
  const asks = at !== undefined && program.blocks.get(block)?.answer !== undefined
  const silent: Due | null = asks ? { timer: 'inactivity', at: at + program.rules.inactivityMs } : null
  if (wakeAt === undefined) return silent
  return silent && silent.at < wakeAt ? silent : { timer: 'wake', at: wakeAt }
}

/** Lets happen what was due by now. At most one thing of each kind: what follows begins its own time. */
export function expire(turn: RunningTurn): void {
  if (isQuiet(turn)) return
  const due = nextDue(turn.program, {
    state: turn.state,
    block: turn.waiting,
    effect: turn.effect,
    wakeAt: turn.wake,
    agentAt: turn.agentAt,
    at: turn.before.at,
  })
  if (!due || due.at > turn.now) return
  turn.events.push({ type: 'timeCame', timer: due.timer, at: due.at })
  turn.block = turn.waitingBlock ?? null
  if (due.timer === 'handover') endHandover(turn)
  else if (due.timer === 'inactivity') endSilence(turn)
  else wake(turn)
}

/** Nearly every turn: nothing was asked of the clock, and the customer did not take long. */
function isQuiet({ program, before, now, agentAt, wake }: RunningTurn): boolean {
  return (
    agentAt === undefined &&
    wake === undefined &&
    (before.at === undefined || now - before.at < program.rules.inactivityMs)
  )
}

function endHandover(turn: RunningTurn): void {
  turn.agentAt = undefined
  turn.events.push({ type: 'handoverEnded', by: 'time' })
  turn.state = 'closed'
}

/** requirements.md KAR-12, KAR-20. Where the channel takes no free text any more, nothing is said. */
function endSilence(turn: RunningTurn): void {
  const text = turn.program.rules.inactivityText?.(turn) ?? ''
  if (text !== '' && !turn.isLate) turn.say({ text })
  turn.close('inactivity')
}

function wake(turn: RunningTurn): void {
  const { block } = turn
  turn.wake = undefined
  if (!block?.wake) return
  const outcome = block.wake(turn)
  goOn(turn, { at: block, outcome })
}
