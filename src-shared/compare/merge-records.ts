import { parseRecord } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import { type Choice, type Conflict, type MergeOptions, otherSide, type Side } from './conflict.ts'
import type { Path } from './difference.ts'
import { fieldAt } from './field-at.ts'
import { isSame } from './is-same.ts'
import { isSetAt } from './keyed-lists.ts'
import { type Deciding, mergeValues, type Three } from './merge-values.ts'
import { recordKey, typeRank } from './record-key.ts'
import { needsOf } from './references.ts'

export type Versions = Readonly<{ base: BotDocument; ours: BotDocument; theirs: BotDocument }>

/** What one side removed and records of the other rely on; `side`: somebody chose one of these records already. */
export type Contested = Map<string, { needs: Set<string>; side: Side | null }>

/** One record in the three versions. */
export type Trio = Readonly<{ [Version in keyof Versions]?: BotDocRecord }>

type Draft = { -readonly [Member in keyof Conflict]: Conflict[Member] }

/** Joins the records of three versions one by one, in an order in which each comes after those it points to. */
export class MergePass {
  readonly merged = new Map<string, BotDocRecord>()
  readonly conflicts = new Map<string, Draft>()
  /** Records that are gone with another: the conflict each of them goes back to. */
  readonly roots = new Map<string, string>()
  readonly trios: ReadonlyMap<string, Trio>
  private readonly options: MergeOptions
  private readonly contested: Contested

  constructor(trios: ReadonlyMap<string, Trio>, options: MergeOptions, contested: Contested) {
    this.trios = trios
    this.options = options
    this.contested = contested
    for (const [key, trio] of trios) {
      const record = this.join(key, trio)
      if (record) this.merged.set(key, record)
    }
  }

  /** Decides a conflict and notes it. */
  decide(
    conflict: Omit<Conflict, 'chosen' | 'needs'>,
    follows: Side | null = null,
    needs: Iterable<string> = [],
  ): Choice {
    const wish = this.options.choices?.[conflict.id]
    const usual = follows ?? this.options.prefer ?? 'ours'
    const fallback = conflict.choices.includes(usual) ? usual : (conflict.choices[0] ?? usual)
    const chosen = wish && conflict.choices.includes(wish) ? wish : fallback
    this.conflicts.set(conflict.id, { ...conflict, chosen, needs: [...needs] })
    return chosen
  }

  /** The conflict a missing record is missing for. */
  rootOf(key: string): string | undefined {
    return this.conflicts.get(key)?.is === 'removed' ? key : this.roots.get(key)
  }

  /** Notes a record that goes, or loses a reference, with what was removed. */
  addNeed(conflict: string, key: string): void {
    const draft = this.conflicts.get(conflict)
    if (draft && !draft.needs.includes(key)) draft.needs = [...draft.needs, key]
  }

  private join(key: string, trio: Trio): BotDocRecord | undefined {
    const { base, ours, theirs } = trio
    if (!ours || !theirs) return this.joinOne(key, trio)
    if (ours.type === 'edge' && theirs.type === 'edge')
      return this.joinEdges(key, base as EdgeRecord | undefined, ours, theirs)
    if (isSame(ours, theirs)) return ours
    const before = this.conflicts.size
    const joined = this.joinFields(key, trio, ours, theirs)
    if (joined && (isSame(joined, ours) || isSame(joined, theirs) || parseRecord(joined).ok)) return joined
    // Each half is fine and the whole is not, such as a menu that lost its last option to both.
    for (const id of [...this.conflicts.keys()].slice(before)) this.conflicts.delete(id)
    const chosen = this.decide({
      ...{ id: key, is: 'record', type: ours.type, record: key, path: [], base, ours, theirs },
      choices: ['ours', 'theirs'],
    })
    return chosen === 'theirs' ? theirs : ours
  }

  private joinFields(
    key: string,
    { base }: Trio,
    ours: BotDocRecord,
    theirs: BotDocRecord,
  ): BotDocRecord | null {
    if (ours.type === 'block' && theirs.type === 'block' && ours.kind !== theirs.kind) {
      if (base && isSameButPlace(base, ours)) return theirs
      if (base && isSameButPlace(base, theirs)) return ours
      return null
    }
    const sameKind = ours.type !== 'block' || ours.kind === (base as BlockRecord | undefined)?.kind
    const start = sameKind ? base : undefined
    const [b, o, t] = [start, ours, theirs].map(withoutPlace)
    const joined = mergeValues({ base: b, ours: o, theirs: t }, [], this.deciding(key, ours))
    return { ...(joined as BotDocRecord), ...this.placeOf(base, ours, theirs) } as BotDocRecord
  }

  private deciding(key: string, record: BotDocRecord): Deciding {
    const id = (path: Path) => `${key}/${path.join('/')}`
    return {
      isSet: path => isSetAt(path, fieldAt(record, path).role),
      isContested: path => this.contested.has(id(path)),
      hasContested: [...this.contested.keys()].some(other => other.startsWith(`${key}/`)),
      choose: (is, path, three, choices) => {
        const { needs, side } = this.contested.get(id(path)) ?? { needs: [], side: null }
        const place = is === 'order' ? `${id(path)}/@order` : id(path)
        return this.decide(
          { id: place, is, type: record.type, record: key, path, ...three, choices },
          side,
          needs,
        )
      },
    }
  }

  /** Where both moved it, it stands where the preferred side put it: a place is no content. */
  private placeOf(base: BotDocRecord | undefined, ours: BotDocRecord, theirs: BotDocRecord): object {
    const [before, a, b] = [base, ours, theirs].map(spotOf)
    if (!a || !b) return {}
    if (before && isSame(before, a)) return b
    if (before && isSame(before, b)) return a
    return this.options.prefer === 'theirs' ? b : a
  }

  private joinEdges(
    key: string,
    base: EdgeRecord | undefined,
    ours: EdgeRecord,
    theirs: EdgeRecord,
  ): EdgeRecord {
    if (ours.to === theirs.to) {
      if (base?.id === ours.id) return theirs
      return base?.id === theirs.id || ours.id < theirs.id ? ours : theirs
    }
    if (base?.to === ours.to) return theirs
    if (base?.to === theirs.to) return ours
    const three: Three = { base: base?.to, ours: ours.to, theirs: theirs.to }
    const chosen = this.decide({
      ...{ id: `${key}/to`, is: 'value', type: 'edge', record: key, path: ['to'], ...three },
      choices: ['ours', 'theirs'],
    })
    return chosen === 'theirs' ? theirs : ours
  }

  /** A record that one side does not have. */
  private joinOne(key: string, { base, ours, theirs }: Trio): BotDocRecord | undefined {
    const present = ours ?? theirs
    if (!present || !base) return present
    const keeper: Side = ours ? 'ours' : 'theirs'
    const target = this.removedTarget(present, keeper)
    if (target) {
      if (target.chosen === keeper) return present
      if (!isSameButPlace(base, present)) this.addNeed(target.id, key)
      this.roots.set(key, target.id)
      return undefined
    }
    const contest = this.contested.get(key)
    if (isSameButPlace(base, present) && !contest) return undefined
    const chosen = this.decide(
      {
        id: key,
        is: 'removed',
        type: present.type,
        record: key,
        path: [],
        base,
        ours,
        theirs,
        choices: ['ours', 'theirs'],
      },
      contest?.side ?? null,
      contest?.needs,
    )
    return chosen === keeper ? present : undefined
  }

  /** What this record needs and the other side removed too, where that is a conflict: the record goes with it. */
  private removedTarget(record: BotDocRecord, keeper: Side): Draft | undefined {
    for (const id of needsOf(record)) {
      const conflict = this.conflicts.get(id)
      if (conflict?.is === 'removed' && conflict[otherSide(keeper)] === undefined) return conflict
    }
    return undefined
  }
}

/** The records of three versions by their key, those that are pointed to first. */
export function triosOf(versions: Versions): ReadonlyMap<string, Trio> {
  const trios = new Map<string, { -readonly [V in keyof Trio]: Trio[V] }>()
  for (const version of ['base', 'ours', 'theirs'] as const)
    for (const record of versions[version].values()) {
      const key = recordKey(record)
      const known = trios.get(key)
      if (known) known[version] = record
      else trios.set(key, { [version]: record })
    }
  const rank = (trio: Trio) => typeRank((trio.ours ?? trio.theirs ?? trio.base)?.type ?? 'bot')
  const order = (a: string, b: string) => (a < b ? -1 : 1)
  return new Map([...trios].sort(([a, x], [b, y]) => rank(x) - rank(y) || order(a, b)))
}

function isSameButPlace(a: BotDocRecord, b: BotDocRecord): boolean {
  if (a.type === 'edge' && b.type === 'edge') return a.to === b.to
  return isSame(withoutPlace(a), withoutPlace(b))
}

function withoutPlace(record: BotDocRecord | undefined): unknown {
  return record?.type === 'block' || record?.type === 'note' ? { ...record, x: 0, y: 0 } : record
}

function spotOf(record: BotDocRecord | undefined): object | null {
  return record?.type === 'block' || record?.type === 'note' ? { x: record.x, y: record.y } : null
}
