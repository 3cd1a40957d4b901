import type { BotDocument } from '../document/bot-document.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { World } from '../kit/world.ts'
import { applyChanges } from './apply-changes.ts'
import {
  type Changes,
  type Edit,
  type EditId,
  type EditLabel,
  reverseChanges,
  squashChanges,
} from './edit.ts'
import { afterEdit, type History, historyOf } from './history.ts'
import { type Step, stepsOf } from './steps.ts'

type Start = Readonly<{
  document: BotDocument
  /** How many edits the log holds. */
  seq: number
  /** The newest edits of the log, oldest first; older ones are given to `extendHistory` when they are asked for. */
  log: readonly Edit[]
  actor: string
  world: Pick<World, 'now' | 'newId'>
  /** Adds what follows from the changes of a commit, such as marks of what it made outdated. */
  complete?: (document: BotDocument, changes: Changes) => Changes
  /** A document that is only shown: every edit is refused with `edit/read-only`. */
  isReadOnly?: boolean
}>

/**
 * The one door for change of an open bot: `commit` applies an edit, keeps the history and hands it to `onEdit`,
 * which is the outbox. Undo and redo append reversed edits and go through the same door.
 */
export class Editor {
  readonly document: BotDocument
  private log: Edit[]
  private stacks: History
  private start: Start
  private sequence: number
  onEdit: (edit: Edit) => void = () => {}
  /** Who the next edits are by. */
  actor: string

  constructor(start: Start) {
    this.start = start
    this.document = start.document
    this.actor = start.actor
    this.log = [...start.log]
    this.stacks = historyOf(this.log)
    this.sequence = start.seq
  }

  get seq(): number {
    return this.sequence
  }

  get history(): History {
    return this.stacks
  }

  /** The history for people; see `stepsOf`. Made anew at each call. */
  steps(): readonly Step[] {
    return stepsOf(this.stacks, this.log)
  }

  /** Whether there are older edits than those given so far: undo may reach further than `history` shows. */
  get hasOlder(): boolean {
    return this.log.length < this.sequence
  }

  /** The position of the oldest edit that is known: a page of older log ends before it. */
  get oldestKnown(): number {
    return this.sequence - this.log.length
  }

  /** Adds a page of older log, oldest first, that ends where the known log begins. */
  extendHistory(older: readonly Edit[]): void {
    this.log = [...older, ...this.log]
    this.stacks = historyOf(this.log)
  }

  /** All that has changed since the log had this position, as one set of changes. */
  changesSince(seq: number): Changes {
    const edits = seq < this.sequence ? this.log.slice(seq - this.sequence) : []
    return squashChanges(edits.map(({ changes }) => changes))
  }

  get isReadOnly(): boolean {
    return this.start.isReadOnly ?? false
  }

  commit(changes: Changes, label: EditLabel): Result<Edit | null> {
    if (this.isReadOnly) return fault('edit/read-only')
    if (Object.keys(changes).length === 0) return ok(null)
    const all = this.start.complete?.(this.document, changes) ?? changes
    return this.append({ kind: 'do', target: null, label, changes: all })
  }

  undo(): Result<Edit> {
    const last = this.stacks.undoable.at(-1)
    if (!last) return fault('edit/nothing-to-undo')
    return this.append({
      kind: 'undo',
      target: last.id,
      label: last.label,
      changes: reverseChanges(last.changes),
    })
  }

  redo(): Result<Edit> {
    const last = this.stacks.redoable.at(-1)
    if (!last) return fault('edit/nothing-to-redo')
    return this.append({
      kind: 'redo',
      target: last.id,
      label: last.label,
      changes: reverseChanges(last.changes),
    })
  }

  private append(part: Pick<Edit, 'kind' | 'target' | 'label' | 'changes'>): Result<Edit> {
    const applied = applyChanges(this.document, part.changes)
    if (!applied.ok) return applied
    const { world } = this.start
    const edit: Edit = {
      id: `edit_${world.newId()}` as EditId,
      actor: this.actor,
      at: world.now(),
      baseSeq: this.sequence,
      ...part,
    }
    this.sequence += 1
    this.log.push(edit)
    this.stacks = afterEdit(this.stacks, edit)
    this.onEdit(edit)
    return ok(edit)
  }
}
