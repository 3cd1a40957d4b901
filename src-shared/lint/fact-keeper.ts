import type { BlockId, FlowId, IdOf } from '../document/ids.ts'
import type { BlockRecord, BotRecord, RecordType } from '../document/records.ts'
import type { Changes } from '../edit/edit.ts'
import type { AutomaticCircle } from './automatic-circles.ts'
import type { BlockNode } from './block-node.ts'
import type { BotFacts, CircleFact } from './bot-facts.ts'
import type { BotMemory } from './bot-memory.ts'
import { byId } from './by-id.ts'
import { lateBlocks } from './late-blocks.ts'
import { sameItems } from './links.ts'
import { OTHER_USERS, otherUsesOf } from './other-uses.ts'
import { windowedChannels } from './windowed-channels.ts'

/** Which parts of a bot an edit has changed. */
type Touched = Readonly<{ types: ReadonlySet<RecordType>; uses: boolean; paths: boolean }>

/**
 * Keeps the facts about a bot as a whole, part by part: a part is only worked out again when what it is made of was
 * touched, and stays the same object when nothing came of it.
 */
export class FactKeeper {
  facts: BotFacts
  private readonly memory: BotMemory
  private usesVersion: number
  private pathsVersion: number
  private others: ReturnType<typeof otherUsesOf>
  private late: readonly BlockNode[]

  constructor(memory: BotMemory) {
    const { document, store, paths, wide } = memory
    this.memory = memory
    this.usesVersion = store.uses.version
    this.pathsVersion = paths.version
    this.others = otherUsesOf(document)
    this.late = this.findLate()
    this.facts = {
      bot: document.bot,
      flows: byId(document.all('flow')),
      keywords: byId(document.all('keyword')),
      intents: byId(document.all('intent')),
      faqs: byId(document.all('faq')),
      auths: byId(document.all('auth')),
      files: byId(document.all('media')),
      variables: wide.variables,
      unused: this.unused(),
      routedIntents: this.chosen('intent'),
      calledAuths: this.chosen('auth'),
      usedFiles: this.chosen('media'),
      entries: store.groups.entries.map(recordOf),
      handovers: store.groups.handovers.map(recordOf),
      integrations: store.groups.integrations.map(recordOf),
      studies: byId(document.all('study')),
      isOnboarding: document.count('task') + document.count('study') > 0,
      ...this.calls(),
      circles: paths.circles.map(circleFact),
      late: this.late.map(recordOf),
      ...this.menus(),
    }
  }

  update(changes: Changes): void {
    const { document, store, paths, wide } = this.memory
    const touched = this.touchedBy(changes)
    const { types, uses } = touched
    const hasOtherUsers = OTHER_USERS.some(type => types.has(type))
    if (hasOtherUsers) this.others = otherUsesOf(document)
    const before = this.facts
    const entries = records(before.entries, store.groups.entries)
    if (touched.paths || types.has('bot') || entries !== before.entries) this.late = this.findLate()
    this.facts = {
      bot: document.bot,
      flows: types.has('flow') ? byId(document.all('flow')) : before.flows,
      keywords: types.has('keyword') ? byId(document.all('keyword')) : before.keywords,
      intents: types.has('intent') ? byId(document.all('intent')) : before.intents,
      faqs: types.has('faq') ? byId(document.all('faq')) : before.faqs,
      auths: types.has('auth') ? byId(document.all('auth')) : before.auths,
      files: types.has('media') ? byId(document.all('media')) : before.files,
      variables: wide.variables,
      unused:
        uses || hasOtherUsers || types.has('variable') ? kept(before.unused, this.unused()) : before.unused,
      routedIntents:
        uses || types.has('intent')
          ? kept(before.routedIntents, this.chosen('intent'))
          : before.routedIntents,
      calledAuths:
        uses || types.has('auth') ? kept(before.calledAuths, this.chosen('auth')) : before.calledAuths,
      usedFiles: uses || types.has('media') ? kept(before.usedFiles, this.chosen('media')) : before.usedFiles,
      entries,
      handovers: records(before.handovers, store.groups.handovers),
      integrations: records(before.integrations, store.groups.integrations),
      studies: types.has('study') ? byId(document.all('study')) : before.studies,
      isOnboarding: document.count('task') + document.count('study') > 0,
      calls: before.calls,
      calledEntries: before.calledEntries,
      ...(uses || types.has('flow') || entries !== before.entries ? this.calls() : null),
      circles: circleFacts(before.circles, paths.circles),
      late: records(before.late, this.late),
      ...this.menus(),
    }
  }

  private touchedBy(changes: Changes): Touched {
    const { store, paths } = this.memory
    const types = new Set<RecordType>()
    for (const { before, after } of Object.values(changes)) types.add(((after ?? before) as BotRecord).type)
    const uses = this.usesVersion !== store.uses.version
    const hasPaths = this.pathsVersion !== paths.version
    this.usesVersion = store.uses.version
    this.pathsVersion = paths.version
    return { types, uses, paths: hasPaths }
  }

  private unused(): BotFacts['unused'] {
    const { uses } = this.memory.store
    const { names, ids } = this.others
    return [...this.memory.wide.variables.values()].filter(
      ({ id, name }) =>
        uses.choosing(id).length === 0 && uses.naming(name).length === 0 && !names.has(name) && !ids.has(id),
    )
  }

  /** The records of a type that a block has chosen. */
  private chosen<Type extends 'intent' | 'auth' | 'media'>(type: Type): readonly IdOf[Type][] {
    const { document, store } = this.memory
    const ids = Array.from(document.all(type), ({ id }) => id as IdOf[Type])
    return ids.filter(id => store.uses.choosing(id).length > 0).sort()
  }

  private calls(): Pick<BotFacts, 'calls' | 'calledEntries'> {
    const { document, store, paths } = this.memory
    const calls = new Map<FlowId, FlowId[]>()
    const calledEntries: BlockId[] = []
    for (const { id } of byId(document.all('flow'))) {
      const callers = store.uses.choosing(id)
      const start = paths.starts.get(id)
      if (start && callers.length > 0) calledEntries.push(start.block.id)
      for (const flow of new Set(Array.from(callers, ({ block }) => block.flow))) {
        const called = calls.get(flow)
        if (called) called.push(id)
        else calls.set(flow, [id])
      }
    }
    return { calls, calledEntries }
  }

  private findLate(): readonly BlockNode[] {
    const { document, store } = this.memory
    return windowedChannels(document.bot).length > 0 ? lateBlocks(store.ordered, store.groups.entries) : []
  }

  private menus(): Pick<BotFacts, 'mainMenu' | 'firstMenu'> {
    const { document, store } = this.memory
    const { mainMenu } = document.bot
    return {
      mainMenu: mainMenu === null ? undefined : document.get(mainMenu),
      firstMenu: store.groups.menus[0]?.block,
    }
  }
}

function recordOf({ block }: BlockNode): BlockRecord {
  return block
}

/** The records of blocks as they are now; the list from before if it is the same. */
function records(before: readonly BlockRecord[], nodes: readonly BlockNode[]): readonly BlockRecord[] {
  const isSame = before.length === nodes.length && nodes.every(({ block }, index) => block === before[index])
  return isSame ? before : nodes.map(recordOf)
}

function circleFacts(
  before: readonly CircleFact[],
  circles: readonly AutomaticCircle[],
): readonly CircleFact[] {
  const now = circles.map((circle, at) => {
    const same = before[at]
    return same && isStill(same, circle) ? same : circleFact(circle)
  })
  return kept(before, now)
}

function isStill(fact: CircleFact, { members, hasWayOut, calls }: AutomaticCircle): boolean {
  return fact.hasWayOut === hasWayOut && fact.calls === calls && records(fact.blocks, members) === fact.blocks
}

function circleFact({ members, hasWayOut, calls }: AutomaticCircle): CircleFact {
  return { blocks: members.map(recordOf), hasWayOut, calls }
}

function kept<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return sameItems(before, now) ? before : now
}
