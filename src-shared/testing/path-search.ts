import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { fieldPlan, visitFields } from '../document/fields.ts'
import type { BlockId, EdgeId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import type { Program, ProgramBlock } from '../runtime/program.ts'
import { CostQueue } from './cost-queue.ts'

/**
 * The shortest way to a goal. `turns` counts what begins the conversation and each answer a block waits for; a real
 * conversation may need more, for a static search knows no values. `blocks` begins with the entry.
 */
export type GoalPath = Readonly<{
  goal: BlockId
  turns: number
  blocks: readonly BlockId[]
  edges: readonly EdgeId[]
}>

/** `missed` are goals no way leads to. Both in the order: fewest turns first, then by id. */
export type PathAnalysis = Readonly<{ reached: readonly GoalPath[]; missed: readonly BlockId[] }>

/** A way on from a block: along an edge, into a called flow, by a jump, or past a called flow that returned. */
type Step = Readonly<{ to: BlockId; cost: number; edge: EdgeId | null; through: FlowId | null }>
type Walk = Map<BlockId, Readonly<{ cost: number; from: BlockId | null; step: Step | null }>>
type Passage = Readonly<{ cost: number; end: BlockId; walk: Walk }>

/** The fewest turns to each goal: to every block that ends a conversation or says its last words, and every handover. */
export function analysePaths(document: BotDocument, program: Program): PathAnalysis {
  const search = new PathSearch(document, program)
  const reached: GoalPath[] = []
  const missed: BlockId[] = []
  for (const block of document.all('block')) {
    if (!isGoal(block)) continue
    const path = search.pathTo(block.id)
    if (path) reached.push(path)
    else missed.push(block.id)
  }
  reached.sort((a, b) => a.turns - b.turns || (a.goal < b.goal ? -1 : 1))
  return { reached, missed: missed.sort() }
}

function isGoal({ kind, data }: BlockRecord): boolean {
  if (kind === 'handover') return true
  if (kind !== 'end') return false
  const texts = Object.values((data.text ?? {}) as Record<string, string>)
  return data.mode === 'close' || texts.some(text => text.trim() !== '')
}

class PathSearch {
  private readonly passages = new Map<FlowId, Passage>()
  private readonly known = new Map<BlockId, readonly Step[]>()
  private readonly walk: Walk
  private readonly document: BotDocument
  private readonly program: Program

  constructor(document: BotDocument, program: Program) {
    this.document = document
    this.program = program
    this.findPassages()
    const entries = [...beginnings(document)]
    const { mainMenu } = document.bot
    if (mainMenu && [...program.words.values()].includes('mainMenuToken')) entries.push(mainMenu)
    this.walk = this.walkFrom(entries, 1, true)
  }

  pathTo(goal: BlockId): GoalPath | null {
    const turns = this.walk.get(goal)?.cost
    if (turns === undefined) return null
    const blocks: BlockId[] = []
    const edges: EdgeId[] = []
    this.trace(this.walk, goal, blocks, edges)
    return { goal, turns, blocks, edges }
  }

  /** Writes the way to a block down, with the ways through the flows that were called. */
  private trace(walk: Walk, end: BlockId, blocks: BlockId[], edges: EdgeId[]): void {
    const way: BlockId[] = []
    for (let at: BlockId | null = end; at !== null; at = walk.get(at)?.from ?? null) way.push(at)
    for (const block of way.reverse()) {
      const step = walk.get(block)?.step
      const passage = step?.through ? this.passages.get(step.through) : undefined
      if (passage) this.trace(passage.walk, passage.end, blocks, edges)
      if (step?.edge) edges.push(step.edge)
      blocks.push(block)
    }
  }

  /**
   * The cheapest way through each flow that can be called. A flow that calls another is looked at again when that one
   * became cheaper, until none does; costs only fall, so this ends.
   */
  private findPassages(): void {
    const callers = this.callersByFlow()
    const ahead = new Set(this.program.starts.keys())
    for (const flow of ahead) {
      ahead.delete(flow)
      const found = this.passageOf(flow)
      if (!found || found.cost >= (this.passages.get(flow)?.cost ?? Number.POSITIVE_INFINITY)) continue
      this.passages.set(flow, found)
      for (const caller of callers.get(flow) ?? []) {
        this.known.delete(caller.id)
        ahead.add(caller.flow)
      }
    }
  }

  private callersByFlow(): ReadonlyMap<FlowId, readonly ProgramBlock[]> {
    const callers = new Map<FlowId, ProgramBlock[]>()
    for (const block of this.program.blocks.values()) {
      const { flow } = this.chosenBy(block)
      if (flow) callers.set(flow, [...(callers.get(flow) ?? []), block])
    }
    return callers
  }

  private passageOf(flow: FlowId): Passage | null {
    const start = this.program.starts.get(flow)
    if (!start) return null
    const walk = this.walkFrom([start.id], 0, false)
    let best: Passage | null = null
    for (const [end, { cost }] of walk) {
      const returns = this.costOfReturn(end)
      if (returns === null || cost + returns >= (best?.cost ?? Number.POSITIVE_INFINITY)) continue
      best = { cost: cost + returns, end, walk }
    }
    return best
  }

  /** What it costs to return from the flow at a block: by an end that returns, or at a port that leads nowhere. */
  private costOfReturn(id: BlockId): number | null {
    const record = this.document.get(id)
    const block = this.program.blocks.get(id)
    if (!record || !block) return null
    if (record.kind === 'end') return record.data.mode === 'return' ? 0 : null
    if (record.kind === 'goTo' || record.kind === 'handover') return null
    const open = (kindNamed(record.kind)?.ports(record.data) ?? []).some(({ id }) => !block.targets.has(id))
    const passed = this.costPast(block)
    return open && passed !== null ? passed : null
  }

  private walkFrom(entries: readonly BlockId[], cost: number, intoFlows: boolean): Walk {
    const walk: Walk = new Map()
    const queue = new CostQueue<BlockId>()
    for (const entry of entries) {
      walk.set(entry, { cost, from: null, step: null })
      queue.add(entry, cost)
    }
    for (let next = queue.take(); next; next = queue.take()) {
      const [from, at] = next
      if (walk.get(from)?.cost !== at) continue
      for (const step of this.stepsFrom(from)) {
        if (!intoFlows && this.isElsewhere(from, step)) continue
        const total = at + step.cost
        if (total >= (walk.get(step.to)?.cost ?? Number.POSITIVE_INFINITY)) continue
        walk.set(step.to, { cost: total, from, step })
        queue.add(step.to, total)
      }
    }
    return walk
  }

  private isElsewhere(from: BlockId, { to }: Step): boolean {
    return this.program.blocks.get(from)?.flow !== this.program.blocks.get(to)?.flow
  }

  private stepsFrom(id: BlockId): readonly Step[] {
    const known = this.known.get(id)
    if (known) return known
    const block = this.program.blocks.get(id)
    const steps = block ? this.findSteps(block) : []
    this.known.set(id, steps)
    return steps
  }

  private findSteps(block: ProgramBlock): readonly Step[] {
    const steps: Step[] = []
    const { flow, jump } = this.chosenBy(block)
    const start = flow && this.program.starts.get(flow)
    if (start) steps.push({ to: start.id, cost: 0, edge: null, through: null })
    if (jump && this.program.blocks.has(jump)) steps.push({ to: jump, cost: 0, edge: null, through: null })
    const cost = this.costPast(block)
    if (cost === null) return steps
    const edges = new Map(this.document.edgesFrom(block.id).map(edge => [edge.port, edge.id]))
    for (const [port, target] of block.targets)
      steps.push({
        to: target.id,
        cost: cost * this.triesAt(block, port),
        edge: edges.get(port) ?? null,
        through: start ? flow : null,
      })
    return steps
  }

  /** Turns it takes to get past a block; null: never, for the flow it calls does not return. */
  private costPast(block: ProgramBlock): number | null {
    const { flow } = this.chosenBy(block)
    if (flow && this.program.starts.has(flow)) return this.passages.get(flow)?.cost ?? null
    return block.answer ? 1 : 0
  }

  /** How many answers it takes to leave at a port: as many as are refused, where it is the one for too many tries. */
  private triesAt({ id }: ProgramBlock, port: string): number {
    const record = this.document.get(id)
    const most = record?.data.maxTries
    if (!record || typeof most !== 'number') return 1
    const role = kindNamed(record.kind)
      ?.ports(record.data)
      .find(each => each.id === port)?.role
    return role === 'fallback' ? most : 1
  }

  private chosenBy({ id }: ProgramBlock): Readonly<{ flow: FlowId | null; jump: BlockId | null }> {
    const record = this.document.get(id)
    const kind = record && kindNamed(record.kind)
    let flow: FlowId | null = null
    let jump: BlockId | null = null
    if (record && kind)
      visitFields(fieldPlan(kind.schema), record.data, ({ role, value }) => {
        if (role === 'flow') flow ??= value as FlowId | null
        if (role === 'block') jump ??= value as BlockId | null
      })
    return { flow, jump }
  }
}

/** Entries a conversation begins at: by a keyword or an intent that somebody wrote down, or by what wakes them itself. */
function* beginnings(document: BotDocument): Iterable<BlockId> {
  const woken = new Set<BlockId>()
  for (const { entry } of document.all('keyword')) woken.add(entry)
  for (const { entry } of document.all('intent')) if (entry) woken.add(entry)
  for (const { id, kind, data } of document.all('block')) {
    if (kind !== 'entry' || data.trigger === 'call') continue
    const needsWord = data.trigger === 'keyword' || data.trigger === 'intent'
    if (!needsWord || woken.has(id)) yield id
  }
}
