import type { Choice, Conflict, Side } from '../compare/conflict.ts'
import { isSame } from '../compare/is-same.ts'
import type { IterationRecord } from '../document/iteration.ts'
import type { CommentRecord } from '../document/records.ts'

export type ReviewRecord = IterationRecord | CommentRecord

export type ReviewMerge = Readonly<{ merged: readonly ReviewRecord[]; conflicts: readonly Conflict[] }>

type Options = Readonly<{ choices?: Readonly<Record<string, Choice>>; prefer?: Side }>
/** Any of the two, as its fields. */
type Fields = Readonly<Record<string, unknown>> & Readonly<{ id: string; type: ReviewRecord['type'] }>

/** Which of two copies counts for some fields; `neither` knows of the other's change. */
type Later = Side | 'neither'

/**
 * Joins what was said about one bot on two machines (requirements.md KAL-07). Nobody's comment is lost. A state goes by
 * when it was set; words go by whose edits include the other's, and where both edited them each field is a conflict
 * that holds what is chosen, else what is preferred. Laws: changing the sides over, with the opposite preference, gives
 * the same; joining again changes nothing.
 */
export function mergeReviews(
  ours: Iterable<ReviewRecord>,
  theirs: Iterable<ReviewRecord>,
  options: Options = {},
): ReviewMerge {
  const other = new Map([...theirs].map(record => [record.id as string, record]))
  const conflicts: Conflict[] = []
  const merged: ReviewRecord[] = []
  for (const record of ours) {
    const copy = other.get(record.id)
    other.delete(record.id)
    if (!copy || isSame(record, copy)) merged.push(record)
    else merged.push(new Joining(record as Fields, copy as Fields, options, conflicts).joined)
  }
  merged.push(...other.values())
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return { merged: merged.sort(byId), conflicts: conflicts.sort(byId) }
}

const STATE_FIELDS: Readonly<Record<ReviewRecord['type'], readonly string[]>> = {
  iteration: ['state', 'decidedBy', 'decidedAt'],
  comment: ['state', 'stateBy', 'stateAt'],
}
/** What edits change of a comment, and the list of their times. */
const EDITED_FIELDS = ['text', 'blocking', 'changes']

class Joining {
  readonly joined: ReviewRecord
  private readonly sides: Readonly<Record<Side, Fields>>
  private readonly options: Options
  private readonly conflicts: Conflict[]

  constructor(ours: Fields, theirs: Fields, options: Options, conflicts: Conflict[]) {
    this.sides = { ours, theirs }
    this.options = options
    this.conflicts = conflicts
    const state = STATE_FIELDS[ours.type]
    const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter(
      name => name !== 'edits',
    )
    const edited = ours.type === 'comment' ? EDITED_FIELDS : []
    const rest = names.filter(name => !state.includes(name) && !edited.includes(name))
    this.joined = {
      ...this.pick(rest, 'neither'),
      ...this.pick(edited, laterEdits(timesOf(ours), timesOf(theirs))),
      ...this.pickTogether(state, laterTime(ours[state[2] ?? ''], theirs[state[2] ?? ''])),
      ...editsOf(timesOf(ours), timesOf(theirs)),
    } as unknown as ReviewRecord
  }

  private pick(names: readonly string[], later: Later): object {
    return present(
      names.map(name => {
        const { ours, theirs } = this.sides
        if (later !== 'neither' || isSame(ours[name], theirs[name]))
          return [name, this.sides[later === 'theirs' ? 'theirs' : 'ours'][name]]
        return [name, this.sides[this.decide(name)][name]]
      }),
    )
  }

  /** A state goes with who set it and when. */
  private pickTogether(names: readonly string[], later: Later): object {
    const { ours, theirs } = this.sides
    const differs = names.some(name => !isSame(ours[name], theirs[name]))
    const side = later !== 'neither' ? later : differs ? this.decide(names[0] ?? '') : 'ours'
    return present(names.map(name => [name, this.sides[side][name]]))
  }

  private decide(name: string): Side {
    const { ours, theirs } = this.sides
    const id = `${ours.id}/${name}`
    const wish = this.options.choices?.[id]
    const chosen = wish === 'ours' || wish === 'theirs' ? wish : (this.options.prefer ?? 'ours')
    this.conflicts.push({
      ...{ id, is: 'value', type: ours.type, record: ours.id, path: [name], base: undefined },
      ...{ ours: ours[name], theirs: theirs[name], choices: ['ours', 'theirs'], chosen, needs: [] },
    })
    return chosen
  }
}

function present(fields: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

function timesOf({ edits }: Fields): readonly number[] {
  return (edits as readonly number[] | undefined) ?? []
}

function laterEdits(ours: readonly number[], theirs: readonly number[]): Later {
  const knows = (all: readonly number[], some: readonly number[]) => some.every(time => all.includes(time))
  if (knows(ours, theirs)) return knows(theirs, ours) ? 'neither' : 'ours'
  return knows(theirs, ours) ? 'theirs' : 'neither'
}

function laterTime(ours: unknown, theirs: unknown): Later {
  const [a, b] = [ours, theirs].map(time => (typeof time === 'number' ? time : -1)) as [number, number]
  return a === b ? 'neither' : a > b ? 'ours' : 'theirs'
}

function editsOf(ours: readonly number[], theirs: readonly number[]): object {
  const all = [...new Set([...ours, ...theirs])].sort((a, b) => a - b)
  return all.length > 0 ? { edits: all } : {}
}
