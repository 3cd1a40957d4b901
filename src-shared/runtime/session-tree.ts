import type { SimulatedTurn, Simulation } from './simulation.ts'

/** The number of a turn in its tree; -1 is before the first. */
export type TurnNumber = number
export const BEGINNING: TurnNumber = -1

/**
 * All that was tried from one beginning: an immutable tree of turns. Going back and saying something else keeps what
 * was said before as another branch. Sessions are values, so being at a turn is being in exactly its state.
 */
export type SessionTree = Readonly<{
  /** The beginning, without turns. */
  root: Simulation
  /** In the order they were made; `from` is the turn before. */
  turns: readonly Readonly<{ turn: SimulatedTurn; from: TurnNumber }>[]
  /** Where the conversation is. */
  present: TurnNumber
  /** The last turn of the branch that is shown; `present` is on the way to it. */
  tip: TurnNumber
}>

export function plantTree(simulation: Simulation): SessionTree {
  const empty: SessionTree = {
    root: { ...simulation, turns: [] },
    turns: [],
    present: BEGINNING,
    tip: BEGINNING,
  }
  return growTree(empty, simulation)
}

/** The turns from the beginning up to this one, in order. */
export function wayTo({ turns }: SessionTree, number: TurnNumber): readonly TurnNumber[] {
  const way: TurnNumber[] = []
  for (let at = number; at !== BEGINNING; at = turns[at]?.from ?? BEGINNING) way.push(at)
  return way.reverse()
}

/** The conversation as it was after this turn. */
export function simulationAt(tree: SessionTree, number: TurnNumber = tree.present): Simulation {
  const turns = wayTo(tree, number).flatMap(at => tree.turns[at]?.turn ?? [])
  return { ...tree.root, turns }
}

/**
 * Goes to the end of a conversation from the same beginning. Turns that the tree has are the tree's; from the first
 * other one on it is a new branch.
 */
export function growTree(tree: SessionTree, simulation: Simulation): SessionTree {
  const turns = [...tree.turns]
  const shown = wayTo(tree, tree.tip)
  let at = BEGINNING
  for (const [depth, turn] of simulation.turns.entries()) {
    const likely = shown[depth]
    const known =
      likely !== undefined && turns[likely]?.turn === turn && turns[likely]?.from === at
        ? likely
        : turns.findIndex(other => other.from === at && isSameTurn(other.turn, turn))
    if (known >= 0) at = known
    else at = turns.push({ turn, from: at }) - 1
  }
  const isOnShownWay = at === BEGINNING || shown.includes(at)
  const next: SessionTree = { ...tree, turns, present: at }
  return isOnShownWay ? next : { ...next, tip: lastAfter(next, at) }
}

/** Goes to any turn; what came after it is kept, and shown when it is on the present branch or the last one tried. */
export function goToTurn(tree: SessionTree, number: TurnNumber): SessionTree {
  if (number === BEGINNING || wayTo(tree, tree.tip).includes(number)) return { ...tree, present: number }
  return { ...tree, present: number, tip: lastAfter(tree, number) }
}

/** The other turns that were tried where this one was, itself among them, in the order they were tried. */
export function branchesAt({ turns }: SessionTree, number: TurnNumber): readonly TurnNumber[] {
  const from = turns[number]?.from
  return turns.flatMap((turn, at) => (from !== undefined && turn.from === from ? [at] : []))
}

/** The end of the branch that grew last after a turn: later turns have greater numbers, so the greatest is an end. */
function lastAfter({ turns }: SessionTree, number: TurnNumber): TurnNumber {
  const after = new Set([number])
  let last = number
  for (let at = number + 1; at < turns.length; at += 1) {
    if (!after.has(turns[at]?.from ?? BEGINNING)) continue
    after.add(at)
    last = at
  }
  return last
}

/** The first turn, counted from 0, in which something else happens in the one conversation than in the other. */
export function firstDifference(a: Simulation, b: Simulation): number | null {
  const length = Math.max(a.turns.length, b.turns.length)
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.turns[at], b.turns[at]]
    if (one === other) continue
    if (JSON.stringify(one?.events) !== JSON.stringify(other?.events)) return at
  }
  return null
}

function isSameTurn(a: SimulatedTurn, b: SimulatedTurn): boolean {
  return a === b || (a.at === b.at && JSON.stringify(a) === JSON.stringify(b))
}
