import type {
  AuthId,
  BlockId,
  BotId,
  CommentId,
  EdgeId,
  FaqId,
  FlowId,
  GroupId,
  IntentId,
  IterationId,
  KeywordId,
  MediaId,
  NoteId,
  RecordId,
  StudyId,
  TaskId,
  TemplateId,
  TestcaseId,
  TranslationId,
  VariableId,
  WaiverId,
} from './ids.ts'
import type { IterationRecord } from './iteration.ts'
import type {
  AuthRecord,
  BlockRecord,
  BotDocRecord,
  BotRecord,
  CommentRecord,
  EdgeRecord,
  FaqRecord,
  FlowRecord,
  GroupRecord,
  IntentRecord,
  KeywordRecord,
  MediaRecord,
  NoteRecord,
  RecordType,
  TemplateRecord,
  TranslationRecord,
  VariableRecord,
  WaiverRecord,
} from './records.ts'
import type { StudyRecord } from './study.ts'
import type { TaskRecord } from './task.ts'
import type { TestcaseRecord } from './testcase.ts'

type RecordOf = {
  bot: BotRecord
  flow: FlowRecord
  block: BlockRecord
  edge: EdgeRecord
  variable: VariableRecord
  keyword: KeywordRecord
  intent: IntentRecord
  faq: FaqRecord
  template: TemplateRecord
  auth: AuthRecord
  group: GroupRecord
  note: NoteRecord
  media: MediaRecord
  waiver: WaiverRecord
  translation: TranslationRecord
  testcase: TestcaseRecord
  iteration: IterationRecord
  comment: CommentRecord
  task: TaskRecord
  study: StudyRecord
}

const NO_BLOCKS: ReadonlyMap<BlockId, BlockRecord> = new Map()
const NO_EDGES: readonly EdgeRecord[] = []

/**
 * One bot in memory: its records by id, and the few indexes everything else asks. `put` and `drop` keep the indexes
 * at a cost that depends on the record, never on the size of the bot. Records themselves are frozen values: a
 * changed record is a new object, so identity tells what changed.
 */
export class BotDocument {
  private readonly records = new Map<RecordId, BotDocRecord>()
  private readonly byType = new Map<RecordType, Map<RecordId, BotDocRecord>>()
  private readonly blocksByFlow = new Map<FlowId, Map<BlockId, BlockRecord>>()
  private readonly outgoing = new Map<BlockId, EdgeRecord[]>()
  private readonly incoming = new Map<BlockId, EdgeRecord[]>()

  static of(records: Iterable<BotDocRecord>): BotDocument {
    const document = new BotDocument()
    for (const record of records) document.put(record)
    return document
  }

  get size(): number {
    return this.records.size
  }

  get bot(): BotRecord {
    for (const record of this.all('bot')) return record
    throw new Error('a document always has its bot record')
  }

  get(id: BotId): BotRecord | undefined
  get(id: FlowId): FlowRecord | undefined
  get(id: BlockId): BlockRecord | undefined
  get(id: EdgeId): EdgeRecord | undefined
  get(id: VariableId): VariableRecord | undefined
  get(id: KeywordId): KeywordRecord | undefined
  get(id: IntentId): IntentRecord | undefined
  get(id: FaqId): FaqRecord | undefined
  get(id: TemplateId): TemplateRecord | undefined
  get(id: AuthId): AuthRecord | undefined
  get(id: GroupId): GroupRecord | undefined
  get(id: NoteId): NoteRecord | undefined
  get(id: MediaId): MediaRecord | undefined
  get(id: WaiverId): WaiverRecord | undefined
  get(id: TranslationId): TranslationRecord | undefined
  get(id: TestcaseId): TestcaseRecord | undefined
  get(id: IterationId): IterationRecord | undefined
  get(id: CommentId): CommentRecord | undefined
  get(id: TaskId): TaskRecord | undefined
  get(id: StudyId): StudyRecord | undefined
  get(id: RecordId): BotDocRecord | undefined
  get(id: RecordId): BotDocRecord | undefined {
    return this.records.get(id)
  }

  all<T extends RecordType>(type: T): Iterable<RecordOf[T]> {
    return (this.byType.get(type)?.values() ?? []) as Iterable<RecordOf[T]>
  }

  count(type: RecordType): number {
    return this.byType.get(type)?.size ?? 0
  }

  values(): Iterable<BotDocRecord> {
    return this.records.values()
  }

  blocksOf(flow: FlowId): ReadonlyMap<BlockId, BlockRecord> {
    return this.blocksByFlow.get(flow) ?? NO_BLOCKS
  }

  /** Those that leave a block. Changes in place with the document, as all that it gives out. */
  edgesFrom(block: BlockId): readonly EdgeRecord[] {
    return this.outgoing.get(block) ?? NO_EDGES
  }

  edgesTo(block: BlockId): readonly EdgeRecord[] {
    return this.incoming.get(block) ?? NO_EDGES
  }

  edgeAt(block: BlockId, port: string): EdgeRecord | undefined {
    return this.edgesFrom(block).find(edge => edge.port === port)
  }

  variableNamed(name: string): VariableRecord | undefined {
    for (const variable of this.all('variable')) if (variable.name === name) return variable
    return undefined
  }

  put(record: BotDocRecord): void {
    const before = this.records.get(record.id)
    if (before) this.unindex(before)
    this.records.set(record.id, record)
    nested(this.byType, record.type).set(record.id, record)
    if (record.type === 'block') nested(this.blocksByFlow, record.flow).set(record.id, record)
    if (record.type === 'edge') {
      add(this.outgoing, record.from, record)
      add(this.incoming, record.to, record)
    }
  }

  drop(id: RecordId): void {
    const record = this.records.get(id)
    if (!record) return
    this.unindex(record)
    this.records.delete(id)
    this.byType.get(record.type)?.delete(id)
  }

  /** Leaves `byType` alone, so that a changed record keeps its place in the order of its type. */
  private unindex(record: BotDocRecord): void {
    if (record.type === 'block') this.blocksByFlow.get(record.flow)?.delete(record.id)
    if (record.type === 'edge') {
      take(this.outgoing, record.from, record)
      take(this.incoming, record.to, record)
    }
  }
}

const FEW = 8

/** Nearly all blocks have one or two edges, for which a map of their own would be many times as large. */
function add<Id>(index: Map<Id, EdgeRecord[]>, key: Id, edge: EdgeRecord): void {
  const found = index.get(key)
  // A list that grows takes room for sixteen more.
  if (!found || found.length < FEW) index.set(key, found ? [...found, edge] : [edge])
  else found.push(edge)
}

function take<Id>(index: Map<Id, EdgeRecord[]>, key: Id, edge: EdgeRecord): void {
  const found = index.get(key)
  const at = found?.indexOf(edge) ?? -1
  if (at >= 0) found?.splice(at, 1)
}

function nested<K, Id, V>(index: Map<K, Map<Id, V>>, key: K): Map<Id, V> {
  const found = index.get(key)
  if (found) return found
  const made = new Map<Id, V>()
  index.set(key, made)
  return made
}
