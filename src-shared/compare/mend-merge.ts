import { mapRecordFields } from '../blocks/record-fields.ts'
import { portsOf } from '../blocks/way-on.ts'
import type { BlockId, RecordId } from '../document/ids.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import { type MergeOptions, otherSide, type Side } from './conflict.ts'
import { isObject, isSame } from './is-same.ts'
import type { Contested, MergePass, Trio, Versions } from './merge-records.ts'
import { CHOOSING, choicesOf, needsOf } from './references.ts'
import { withoutReference } from './without-reference.ts'

const SIDES: readonly Side[] = ['ours', 'theirs']

/**
 * What holds between records and no side broke alone: one removed what the other newly relies on. The first time such
 * a thing is met it is contested, so that the next pass asks; once it is decided, what relies on it goes or is emptied.
 */
export class Mending {
  /** Whether something new was contested, and another pass is needed. */
  foundMore = false
  private readonly pass: MergePass
  private readonly versions: Versions
  private readonly contested: Contested
  private readonly options: MergeOptions

  constructor(pass: MergePass, versions: Versions, contested: Contested, options: MergeOptions) {
    this.pass = pass
    this.versions = versions
    this.contested = contested
    this.options = options
    // The bot comes last: what it points to must be settled.
    const keys = [...pass.merged.keys()].filter(key => key !== 'bot')
    for (const key of [...keys, 'bot']) {
      this.mendNeeds(key)
      this.mendFit(key)
      this.mendChoices(key)
      this.mendPort(key)
    }
  }

  private mendNeeds(key: string): void {
    const record = this.pass.merged.get(key)
    for (const id of record ? needsOf(record) : []) {
      if (this.pass.merged.has(id)) continue
      const root = this.pass.rootOf(id)
      if (root) this.cut(key, id, root)
      else if (!this.contest(id, key)) this.leaveOut(key, id)
    }
  }

  /** An edge stays in one flow, a keyword points to an entry, a group holds blocks of its flow. */
  private mendFit(key: string): void {
    const record = this.pass.merged.get(key)
    if (record?.type === 'edge') {
      const [from, to] = [this.block(record.from), this.block(record.to)]
      if (!from || !to || (from.flow === to.flow && from.flow === record.flow)) return
      if (from.flow === to.flow) this.pass.merged.set(key, { ...record, flow: from.flow })
      else this.leaveOut(key, record.to)
    } else if (record?.type === 'keyword') {
      const entry = this.block(record.entry)
      if (entry && entry.kind !== 'entry') this.leaveOut(key, record.entry)
    } else if (record?.type === 'group')
      for (const id of record.blocks)
        if (this.block(id) && this.block(id)?.flow !== record.flow) this.leaveOut(key, id)
  }

  /** Fields that chose what the other side removed; those that were left dangling before stay as they are. */
  private mendChoices(key: string): void {
    const record = this.pass.merged.get(key)
    const trio = this.pass.trios.get(key)
    if (!record || !trio || isSame(trio.ours, trio.theirs)) return
    for (const id of choicesOf(record)) {
      if (this.pass.merged.has(id) || !this.isNews(id, trio)) continue
      const root = this.pass.rootOf(id)
      if (!root) this.contest(id, key)
      else {
        const emptied = mapRecordFields(this.pass.merged.get(key) ?? record, ({ role, value }) =>
          CHOOSING.has(role) && value === id ? null : value,
        )
        this.pass.merged.set(key, emptied)
        this.pass.addNeed(root, key)
      }
    }
  }

  private isNews(id: string, trio: Trio): boolean {
    return SIDES.some(side => {
      const [own, other] = [trio[side], trio[otherSide(side)]]
      const isThere = this.versions[side].get(id as RecordId) !== undefined
      return isThere && own && choicesOf(own).includes(id) && !(other && choicesOf(other).includes(id))
    })
  }

  /** An edge that one side led from an option the other removed. */
  private mendPort(key: string): void {
    const edge = this.pass.merged.get(key)
    const trio = this.pass.trios.get(key)
    const block = edge?.type === 'edge' ? this.block(edge.from) : undefined
    if (edge?.type !== 'edge' || !trio || !block || hasPort(block, edge.port)) return
    const side = SIDES.find(each => leadsTo(trio[each], edge) && !leadsTo(trio[otherSide(each)], edge))
    const source = side && this.versions[side].get(edge.from)
    const path = source && hasPort(source, edge.port) ? pathOfItem(source.data, edge.port) : null
    if (!path) return
    const item = `${edge.from}/data/${path.join('/')}`
    if (!this.pass.conflicts.has(item)) this.contest(item, key, side)
    else {
      this.pass.merged.delete(key)
      this.pass.addNeed(item, key)
    }
  }

  private block(id: BlockId): BlockRecord | undefined {
    return this.pass.merged.get(id) as BlockRecord | undefined
  }

  /** False when that was asked before, or there is nothing to ask. Who chose what relies on it chose it too. */
  private contest(what: string, by: string, keeper = this.keeperOf(what)): boolean {
    if (!keeper) return false
    const known = this.contested.get(what)
    const isChosen = Object.entries(this.options.choices ?? {}).some(
      ([id, choice]) => choice === keeper && (id === by || id.startsWith(`${by}/`)),
    )
    if (known?.needs.has(by)) return false
    this.contested.set(what, {
      needs: new Set([...(known?.needs ?? []), by]),
      side: isChosen ? keeper : (known?.side ?? null),
    })
    this.foundMore = true
    return true
  }

  private keeperOf(id: string): Side | undefined {
    const { base, ...sides } = this.pass.trios.get(id) ?? {}
    return base && SIDES.find(side => sides[side] && !sides[otherSide(side)])
  }

  private cut(key: string, id: string, root: string): void {
    const record = this.pass.merged.get(key)
    if (!record) return
    const others = SIDES.map(side => this.versions[side].bot)
    const rest = withoutReference(record, id, others, other => this.pass.merged.has(other))
    this.pass.addNeed(root, key)
    if (rest) this.pass.merged.set(key, rest)
    else {
      this.pass.merged.delete(key)
      this.pass.roots.set(key, root)
    }
  }

  /** For what cannot be asked: both changed its surroundings so that it has no place any more. */
  private leaveOut(key: string, id: string): void {
    const record = this.pass.merged.get(key)
    const trio = this.pass.trios.get(key)
    if (!record || !trio) return
    const winner: Side = isSame(record, trio.ours) ? 'theirs' : 'ours'
    const conflict = { id: `${key}/@fit`, is: 'unfit', type: record.type, record: key, path: [] } as const
    this.pass.decide({
      ...conflict,
      base: trio.base,
      ours: trio.ours,
      theirs: trio.theirs,
      choices: [winner],
    })
    const rest = trio[winner]
    if (record.type === 'edge' && rest?.type === 'edge' && this.fits(rest)) this.pass.merged.set(key, rest)
    else this.cut(key, id, conflict.id)
  }

  private fits({ flow, from, to }: EdgeRecord): boolean {
    return this.block(from)?.flow === flow && this.block(to)?.flow === flow
  }
}

function hasPort(block: BlockRecord, port: string): boolean {
  return portsOf(block).some(({ id }) => id === port)
}

function leadsTo(record: BotDocRecord | undefined, edge: EdgeRecord): boolean {
  return record?.type === 'edge' && record.to === edge.to
}

/** Where the item with this id is in a block's data. */
function pathOfItem(at: unknown, id: string): readonly string[] | null {
  if (Array.isArray(at)) {
    for (const item of at) {
      if (!isObject(item)) return null
      if (item.id === id) return [id]
    }
    return null
  }
  if (!isObject(at)) return null
  for (const [name, value] of Object.entries(at)) {
    const path = pathOfItem(value, id)
    if (path) return [name, ...path]
  }
  return null
}
