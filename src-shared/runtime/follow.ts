import type { Memo, Outcome } from '../blocks/kind.ts'
import { assertNever } from '../kit/assert-never.ts'
import { abandonIntake, beginHandover, leavePreChat, preChatDone } from './handover.ts'
import type { LimitName } from './limits.ts'
import { ASK, HANDOVER, type Next, RESUME } from './next.ts'
import type { ProgramBlock } from './program.ts'
import type { RunningTurn } from './running-turn.ts'
import type { Frame } from './session.ts'

/** How many menus are remembered for going back. */
const TRAIL_LENGTH = 20

/** Enters a block and goes on until the conversation waits or closes. */
export function enter(turn: RunningTurn, block: ProgramBlock): void {
  const outcome = step(turn, block)
  if (outcome) follow(turn, block, outcome)
}

/** Goes on where `next` says. */
export function goOn(turn: RunningTurn, next: Next): void {
  if (!next) return
  if ('enter' in next) enter(turn, next.enter)
  else follow(turn, next.at, next.outcome)
}

/** Goes on from a block by the given outcome. A loop, not a recursion: limits end it, the stack does not. */
export function follow(turn: RunningTurn, from: ProgramBlock, first: Outcome): void {
  let block = from
  let outcome: Outcome | null = first
  while (outcome) {
    if (outcome.go === 'wait') {
      turn.waiting = block.id
      return
    }
    const { memo } = turn
    turn.leaveBlock()
    if (outcome.go === 'again') turn.memo = memo
    else turn.tries = 0
    const next: Next = nextOf(turn, block, outcome, memo)
    if (!next) return
    if ('enter' in next) {
      block = next.enter
      outcome = step(turn, block)
    } else {
      block = next.at
      outcome = next.outcome
    }
  }
}

/** Runs a block, unless that would be one step too many; then the conversation is closed. */
function step(turn: RunningTurn, block: ProgramBlock): Outcome | null {
  turn.block = block
  turn.steps += 1
  turn.totalSteps += 1
  const { limits } = turn.program
  if (turn.steps > limits.stepsPerTurn) return stop(turn, 'stepsPerTurn')
  if (turn.totalSteps > limits.stepsPerConversation) return stop(turn, 'stepsPerConversation')
  turn.events.push({ type: 'blockEntered', block: block.id })
  return block.enter(turn)
}

function stop(turn: RunningTurn, limit: LimitName): null {
  if (turn.block) turn.events.push({ type: 'limitReached', limit, block: turn.block.id })
  turn.close('limit')
  return null
}

function nextOf(
  turn: RunningTurn,
  block: ProgramBlock,
  outcome: Exclude<Outcome, { go: 'wait' }>,
  memo: Memo | undefined,
): Next {
  switch (outcome.go) {
    case 'port':
      return atPort(turn, block, outcome.port)
    case 'again':
      return { enter: block }
    case 'call':
      return called(turn, block, outcome, memo)
    case 'jump':
      return jumped(turn, block, turn.program.blocks.get(outcome.block))
    case 'mainMenu':
      return jumped(turn, block, turn.program.mainMenu ?? block)
    case 'back':
      return jumped(turn, block, menuBefore(turn) ?? turn.program.mainMenu ?? block)
    case 'handover':
      return beginHandover(turn, block, outcome)
    case 'return':
      return returned(turn)
    case 'close':
      return closed(turn)
    default:
      return assertNever(outcome)
  }
}

function atPort(turn: RunningTurn, block: ProgramBlock, port: string): Next {
  const target = block.targets.get(port)
  if (target) {
    turn.events.push({ type: 'edgeTaken', block: block.id, port, to: target.id })
    if (turn.program.goesBack && block.isMenu) remember(turn, block)
    return { enter: target }
  }
  // Where a flow has no way on, a called one returns, as most people expect who forget the end block.
  return turn.stack.length > 0 ? returned(turn) : deadEnd(turn)
}

function remember(turn: RunningTurn, menu: ProgramBlock): void {
  const trail = turn.trail ?? []
  if (trail.at(-1) !== menu.id) turn.trail = [...trail, menu.id].slice(-TRAIL_LENGTH)
}

/** requirements.md NHN-06: the menu before this one. Menus that were edited away since are skipped. */
function menuBefore(turn: RunningTurn): ProgramBlock | undefined {
  for (let id = turn.trail?.at(-1); id; id = turn.trail?.at(-1)) {
    const trail: typeof turn.trail = turn.trail?.slice(0, -1) ?? []
    turn.trail = trail.length > 0 ? trail : undefined
    const menu = turn.program.blocks.get(id)
    if (menu && menu !== turn.block) return menu
  }
  return undefined
}

function jumped(turn: RunningTurn, block: ProgramBlock, target: ProgramBlock | undefined): Next {
  if (!target) return deadEnd(turn)
  if (target.flow !== block.flow) {
    turn.stack = []
    abandonIntake(turn)
  }
  return { enter: target }
}

/** A pre-chat dialog that ends is finished, which is when the person takes over (requirements.md CM-12). */
function closed(turn: RunningTurn): Next {
  if (turn.intake?.step === 'preChat') {
    leavePreChat(turn)
    return preChatDone(turn)
  }
  turn.close('end')
  return null
}

function called(
  turn: RunningTurn,
  block: ProgramBlock,
  { flow, port, resume }: Extract<Outcome, { go: 'call' }>,
  memo: Memo | undefined,
): Next {
  const target = turn.program.starts.get(flow)
  // A flow without an entry returns at once.
  if (!target) return (resume && resumed(turn, block, memo)) || atPort(turn, block, port)
  const frame: Frame = {
    block: block.id,
    port: resume ? RESUME : port,
    ...(resume && memo ? { memo: memo as Frame['memo'] } : {}),
  }
  return push(turn, frame) ? { enter: target } : null
}

/** Remembers where to go on after a flow; false when the conversation was closed for having too many. */
export function push(turn: RunningTurn, frame: Frame): boolean {
  if (turn.stack.length >= turn.program.limits.flowDepth) return stop(turn, 'flowDepth') !== null
  turn.stack = [...turn.stack, frame]
  return true
}

/** Back to the caller. A caller that was edited away since is skipped, as if it had nothing more to do. */
function returned(turn: RunningTurn): Next {
  for (let frame = turn.stack.at(-1); frame; frame = turn.stack.at(-1)) {
    turn.stack = turn.stack.slice(0, -1)
    const next = atFrame(turn, frame)
    if (next !== undefined) return next
  }
  turn.close('end')
  return null
}

function atFrame(turn: RunningTurn, frame: Frame): Next | undefined {
  if (frame.port === HANDOVER) return preChatDone(turn)
  const caller = turn.program.blocks.get(frame.block)
  if (frame.port === ASK) return caller ? { enter: caller } : undefined
  if (frame.port === RESUME && caller) {
    const next = resumed(turn, caller, frame.memo)
    if (next) return next
  }
  const target = caller?.targets.get(frame.port)
  if (!caller || !target) return undefined
  turn.events.push({ type: 'edgeTaken', block: caller.id, port: frame.port, to: target.id })
  return { enter: target }
}

/** The flow a block called is over, and the block itself says how to go on. */
function resumed(turn: RunningTurn, caller: ProgramBlock, memo: Memo | undefined): Next {
  if (!caller.back) return null
  turn.block = caller
  turn.memo = memo
  return { at: caller, outcome: caller.back(turn) }
}

function deadEnd(turn: RunningTurn): null {
  turn.close('deadEnd')
  return null
}
