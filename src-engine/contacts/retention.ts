import { randomBytes } from 'node:crypto'
import { setImmediate as nextLoop } from 'node:timers/promises'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { RetentionClass, RetentionRun } from '../../src-shared/publish/retention-protocol.ts'
import { channelOf } from '../channels/channel-contact.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { ageConversation, isUnderWay, spokeBefore } from '../store/age-conversation.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { conversationName, type To } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { HOLDS, heldOf } from '../store/legal-holds.ts'
import { deleteOldFiles, oldFiles } from '../store/old-files.ts'
import {
  blotChats,
  dropDeliveries,
  dropEvents,
  type OldRow,
  oldChats,
  oldDeliveries,
  oldEvents,
} from '../store/old-records.ts'
import { windowsBefore } from '../store/old-rows.ts'
import { restrictedOf } from '../store/restrictions.ts'
import { noteRetentionRan, readRetention } from '../store/retention.ts'
import { blotEvents } from './blot-events.ts'
import { erasedName } from './erased-name.ts'
import { KeptFiles } from './kept-files.ts'

type Host = Pick<Engine, 'db' | 'now'>

const DAY_MS = 86_400_000
/** Rows of one transaction: messages come in between. */
const BATCH = 100

/**
 * Takes away what is older than the settings say (requirements.md NHN-144), in batches: never what is under way, never
 * what is of somebody under a legal hold or restricted. What stands for something that happened keeps its row, as when a
 * person is erased.
 */
export class RetentionJob {
  private readonly host: Host
  private readonly files = new KeptFiles()
  private running: Promise<RetentionRun> | null = null
  private isEnding = false

  constructor(host: Host) {
    this.host = host
  }

  /** Once at a time; who asks meanwhile is answered with what it did. */
  run(by: By): Promise<RetentionRun> {
    this.running ??= this.runOnce(by).finally(() => {
      this.running = null
    })
    return this.running
  }

  get isOver(): boolean {
    return this.isEnding
  }

  end(): void {
    this.isEnding = true
  }

  private async runOnce({ key, at }: By): Promise<RetentionRun> {
    const { db } = this.host
    const { days } = await readRetention(db)
    const removed = { conversations: 0, channelEvents: 0, deskChats: 0, files: 0 }
    const beforeOf = (name: RetentionClass) => {
      const keeps = days[name]
      return keeps === null ? 0 : at - keeps * DAY_MS
    }
    removed.conversations = await this.ageConversations(beforeOf('conversations'))
    removed.channelEvents = await this.dropEvents(beforeOf('channelEvents'))
    removed.deskChats = await this.blotChats(beforeOf('deskChats'))
    removed.files = await this.dropFiles(beforeOf('files'))
    await db.atomically(async tx => {
      await tx.lock([AUDIT])
      await noteRetentionRan(tx, at)
      if (Object.values(removed).some(count => count > 0))
        await appendAudit(tx, {
          at,
          key,
          action: 'retention.run',
          bot: '',
          version: '',
          detail: { ...removed },
        })
    })
    return { removed, at }
  }

  private async ageConversations(before: number): Promise<number> {
    const { db, now } = this.host
    let count = 0
    for await (const window of windowsBefore(db, 'inbound', before))
      for (const batch of batchesOf(await spokeBefore(db, window, before)))
        count += await this.inBatch(batch, batch.map(conversationName), async (tx, free) => {
          let said = 0
          for (const to of free) {
            if (await isUnderWay(tx, to)) continue
            const channel = channelOf(to.contact) ?? ''
            said += await ageConversation(tx, {
              ...to,
              ...nameless(to),
              channel,
              before,
              at: now(),
              blotEvents,
            })
          }
          return said
        })
    return count
  }

  private async dropEvents(before: number): Promise<number> {
    const { db } = this.host
    const numbers = (rows: readonly OldRow[]) => rows.map(({ seq }) => seq)
    let count = 0
    for await (const window of windowsBefore(db, 'channel_event', before))
      for (const batch of batchesOf(await oldEvents(db, window, before)))
        count += await this.inBatch(batch, [], (tx, free) => dropEvents(tx, numbers(free)))
    for await (const window of windowsBefore(db, 'delivery', before))
      for (const batch of batchesOf(await oldDeliveries(db, window, before)))
        count += await this.inBatch(batch, [], (tx, free) => dropDeliveries(tx, numbers(free)))
    return count
  }

  private async blotChats(before: number): Promise<number> {
    const { db } = this.host
    let count = 0
    for await (const window of windowsBefore(db, 'desk_chat', before))
      for (const batch of batchesOf(await oldChats(db, window, before)))
        count += await this.inBatch(batch, [], async (tx, free) => {
          let blotted = 0
          for (const row of free) blotted += await blotChats(tx, [row.seq], nameless(row).alias)
          return blotted
        })
    return count
  }

  private async dropFiles(before: number): Promise<number> {
    if (before <= 0) return 0
    const { db } = this.host
    let count = 0
    for (let after = ''; !this.isEnding; ) {
      const old = await oldFiles(db, before, after)
      const last = old.at(-1)
      if (last === undefined) break
      count += await db.atomically(async tx => {
        await tx.lock([HOLDS])
        const kept = await this.files.list(tx)
        return deleteOldFiles(
          tx,
          old.filter(hash => !kept.has(hash)),
          before,
        )
      })
      after = last
      await nextLoop()
    }
    return count
  }

  /** Does some rows in one transaction, without those of who is held or restricted by then. */
  private async inBatch<Row extends Readonly<{ contact: string }>>(
    batch: readonly Row[],
    names: readonly string[],
    work: (tx: WriteDb, free: readonly Row[]) => Promise<number>,
  ): Promise<number> {
    if (this.isEnding) return 0
    const count = await this.host.db.atomically(async tx => {
      await tx.lock([HOLDS, ...names])
      const contacts = batch.map(({ contact }) => contact)
      const held = await heldOf(tx, contacts.map(bareContact))
      const restricted = await restrictedOf(tx, contacts)
      return work(
        tx,
        batch.filter(({ contact }) => !held.has(bareContact(contact)) && !restricted.has(contact)),
      )
    })
    await nextLoop()
    return count
  }
}

function nameless({ contact }: Pick<To, 'contact'>): Readonly<{ alias: string }> {
  return { alias: erasedName(randomBytes(8).toString('hex'), contact) }
}

function batchesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const starts = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => index * BATCH)
  return starts.map(start => rows.slice(start, start + BATCH))
}
