import type { BlockNode } from './block-node.ts'

/** Channels take nothing but a template when the customer's last message is older; requirements.md NHN-40. */
const WINDOW_MS = 24 * 3_600_000
/** A time that still grows after so many visits, or calls, is in a circle with a delay: late in the end. */
const MANY_VISITS = 40

/** Entries at which the customer may have written long ago, or never. */
const LATE_TRIGGERS: ReadonlySet<unknown> = new Set(['proactive', 'event', 'schedule'])

type Nodes = readonly BlockNode[]

/**
 * The blocks that may say something when the customer's last message is 24 hours old (requirements.md KAL-04, D-23),
 * free text or a template: the longest time since then is followed through delays, jumps and sub-flows, from the entries with which the company
 * begins and from every answer. Once per way: what was refused is not said again.
 */
export function lateBlocks(ordered: Nodes, entries: Nodes): Nodes {
  const walk = new Walk(entries)
  return ordered.filter(node => (node.links.speaks || isTemplate(node)) && walk.late.has(node))
}

function isTemplate({ block }: BlockNode): boolean {
  return block.kind === 'sendTemplate'
}

/** A flow while it runs, called at some time since the customer wrote; callers that are equally late share it. */
type Run = Readonly<{
  /** The longest time since the customer wrote when a block is entered, ms. */
  since: Map<BlockNode, { ms: number; visits: number }>
  callers: { run: Run; node: BlockNode }[]
  /** The same when it comes back; -1 while it does not. */
  back: { ms: number }
}>

/** Goes all ways, and counts a flow anew for each time it is called at: early and late callers do not mix. */
class Walk {
  readonly late = new Set<BlockNode>()
  private readonly runs = new Map<BlockNode, Map<number, Run>>()
  private readonly ahead: { run: Run; node: BlockNode }[] = []
  private readonly preChats: Nodes
  private readonly first = newRun()

  constructor(entries: Nodes) {
    const hasTrigger = (trigger: string) => entries.filter(({ block }) => block.data.trigger === trigger)
    this.preChats = hasTrigger('preChat')
    const called = new Set(hasTrigger('call'))
    for (const entry of entries)
      if (!called.has(entry))
        this.enter(this.first, entry, LATE_TRIGGERS.has(entry.block.data.trigger) ? WINDOW_MS : 0)
    for (let next = this.ahead.pop(); next; next = this.ahead.pop()) this.step(next.run, next.node)
  }

  private enter(run: Run, node: BlockNode, ms: number): void {
    const { ms: before, visits } = run.since.get(node) ?? { ms: -1, visits: 0 }
    const now = visits >= MANY_VISITS ? WINDOW_MS : Math.min(ms, WINDOW_MS)
    if (now <= before) return
    run.since.set(node, { ms: now, visits: visits + 1 })
    if (now >= WINDOW_MS) this.late.add(node)
    this.ahead.push({ run, node })
  }

  private step(run: Run, node: BlockNode): void {
    const { links, block } = node
    const since = run.since.get(node)?.ms ?? 0
    const after = silenceAfter(node, since)
    if (block.kind === 'handover') for (const entry of this.preChats) this.enter(this.first, entry, after)
    if (links.does === 'returns') this.comeBack(run, after)
    else if (links.does === 'jumps') for (const target of links.ways) this.enter(run, target, after)
    else if (links.calledStart) this.call(run, node, after)
    else if (block.kind === 'collect' && links.targets.length > 1) this.leaveCollecting(run, node, after)
    else if (links.does !== 'closes') this.leave(run, node, after)
  }

  /** At a required port without an edge a called flow comes back (src-shared/runtime/follow.ts). */
  private leave(run: Run, { links }: BlockNode, ms: number): void {
    for (const target of links.targets) this.enter(run, target, ms)
    if (links.isOpen) this.comeBack(run, ms)
  }

  /** It is done with an answer; only its other way is the silence. */
  private leaveCollecting(run: Run, { links }: BlockNode, ms: number): void {
    for (const [index, target] of links.targets.entries()) this.enter(run, target, index === 0 ? 0 : ms)
  }

  private call(run: Run, node: BlockNode, ms: number): void {
    const start = node.links.calledStart as BlockNode
    const runs = this.runs.get(start) ?? new Map<number, Run>()
    this.runs.set(start, runs)
    const at = runs.size >= MANY_VISITS ? WINDOW_MS : ms
    const called = runs.get(at) ?? newRun()
    runs.set(at, called)
    called.callers.push({ run, node })
    this.enter(called, start, at)
    if (called.back.ms >= 0) this.leave(run, node, called.back.ms)
  }

  private comeBack({ back, callers }: Run, ms: number): void {
    if (ms <= back.ms) return
    back.ms = ms
    for (const { run, node } of callers) this.leave(run, node, ms)
  }
}

function newRun(): Run {
  return { since: new Map(), callers: [], back: { ms: -1 } }
}

/** An answer begins the time anew; free text that came too late is the end of what can be said about a way. */
function silenceAfter({ links, block }: BlockNode, since: number): number {
  const before = since >= WINDOW_MS && links.speaks ? 0 : since
  if (links.pauseMs !== null) return Math.min(before + links.pauseMs, WINDOW_MS)
  if (links.does !== 'waits') return before
  const { silenceSeconds } = block.data
  const silence =
    block.kind === 'collect' && typeof silenceSeconds === 'number' ? silenceSeconds * 1000 : null
  return silence === null ? 0 : Math.min(before + silence, WINDOW_MS)
}
