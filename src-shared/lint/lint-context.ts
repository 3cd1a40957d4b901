import type { BotDocument } from '../document/bot-document.ts'
import type { FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import { type AutomaticCircle, automaticCirclesOf } from './automatic-circles.ts'
import type { BlockSubject } from './block-subject.ts'
import type { BotWide } from './bot-wide.ts'
import { FlowGraph } from './flow-graph.ts'

/** What the checks of a whole bot ask again and again, worked out once per run. */
export class LintContext {
  readonly document: BotDocument
  readonly wide: BotWide
  readonly subjects: readonly BlockSubject[]
  /** Every entry block, in the order of their ids, which is the order the runtime takes them in. */
  readonly entries: readonly BlockRecord[]
  readonly graph: FlowGraph
  readonly circles: readonly AutomaticCircle[]

  constructor(document: BotDocument, wide: BotWide, subjects: readonly BlockSubject[]) {
    this.document = document
    this.wide = wide
    this.subjects = subjects
    const entries = subjects.filter(({ block }) => block.kind === 'entry').map(({ block }) => block)
    this.entries = entries.sort((a, b) => (a.id < b.id ? -1 : 1))
    this.graph = new FlowGraph(subjects, startsOf(this.entries))
    this.circles = automaticCirclesOf(this.graph)
  }
}

/** Where a called flow begins: at its `call` entry, else at its first other one, as in src-shared/runtime/compile.ts. */
function startsOf(entries: readonly BlockRecord[]): ReadonlyMap<FlowId, BlockRecord> {
  const starts = new Map<FlowId, BlockRecord>()
  for (const entry of entries) {
    const chosen = starts.get(entry.flow)
    if (!chosen || (chosen.data.trigger !== 'call' && entry.data.trigger === 'call'))
      starts.set(entry.flow, entry)
  }
  return starts
}
