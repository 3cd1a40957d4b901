import type { Outcome } from '../blocks/kind.ts'
import { assertNever } from '../kit/assert-never.ts'
import type { LimitName } from './limits.ts'
import type { ProgramBlock } from './program.ts'
import type { RunningTurn } from './running-turn.ts'

/** Enters a block and goes on until the conversation waits or closes. */
export function enter(turn: RunningTurn, block: ProgramBlock): void {
  const outcome = step(turn, block)
  if (outcome) follow(turn, block, outcome)
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
    const next: ProgramBlock | null = nextBlock(turn, block, outcome)
    if (!next) return
    if (outcome.go !== 'again') turn.tries = 0
    block = next
    outcome = step(turn, block)
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

function nextBlock(
  turn: RunningTurn,
  block: ProgramBlock,
  outcome: Exclude<Outcome, { go: 'wait' }>,
): ProgramBlock | null {
  switch (outcome.go) {
    case 'port':
      return atPort(turn, block, outcome.port)
    case 'again':
      return block
    case 'call':
      return called(turn, block, outcome)
    case 'jump': {
      const target = turn.program.blocks.get(outcome.block)
      if (!target) return deadEnd(turn)
      if (target.flow !== block.flow) turn.stack = []
      return target
    }
    case 'return':
      return returned(turn)
    case 'close':
      turn.close('end')
      return null
    default:
      return assertNever(outcome)
  }
}

function atPort(turn: RunningTurn, block: ProgramBlock, port: string): ProgramBlock | null {
  const target = block.targets.get(port)
  if (target) {
    turn.events.push({ type: 'edgeTaken', block: block.id, port, to: target.id })
    return target
  }
  // Where a flow has no way on, a called one returns, as most people expect who forget the end block.
  return turn.stack.length > 0 ? returned(turn) : deadEnd(turn)
}

function called(
  turn: RunningTurn,
  block: ProgramBlock,
  { flow, port }: Extract<Outcome, { go: 'call' }>,
): ProgramBlock | null {
  const target = turn.program.starts.get(flow)
  if (!target) return atPort(turn, block, port)
  if (turn.stack.length >= turn.program.limits.flowDepth) return stop(turn, 'flowDepth')
  turn.stack = [...turn.stack, { block: block.id, port }]
  return target
}

/** Back to the caller. A caller that was edited away since is skipped, as if it had nothing more to do. */
function returned(turn: RunningTurn): ProgramBlock | null {
  for (let frame = turn.stack.at(-1); frame; frame = turn.stack.at(-1)) {
    turn.stack = turn.stack.slice(0, -1)
    const caller = turn.program.blocks.get(frame.block)
    const target = caller?.targets.get(frame.port)
    if (caller && target) {
      turn.events.push({ type: 'edgeTaken', block: caller.id, port: frame.port, to: target.id })
      return target
    }
  }
  turn.close('end')
  return null
}

function deadEnd(turn: RunningTurn): null {
  turn.close('deadEnd')
  return null
}
