import { Alarm } from '../alarm.ts'
import {
  conversationName,
  type Due,
  dueConversations,
  dueOf,
  forgetDue,
  nextDueAt,
  type To,
} from '../store/conversations.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { type Received, receive } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

type Host = Readonly<{
  db: EngineDb
  turns: TurnQueue
  now: () => number
  onBug: (error: unknown) => void
}>

/** Conversations of one commit. */
const BATCH = 500
/** Clocks of a process and of its database differ by less. */
const TOLERANCE_MS = 1000

/** Tells conversations that their time has come: inactivity, delays, the end of a handover (requirements.md D-04). */
export class DueTimes {
  private readonly host: Host
  private readonly alarm: Alarm
  private isClosed = false
  private working: Promise<void> = Promise.resolve()
  private readonly tell: (told: Told) => Promise<Received | null>

  constructor(host: Host) {
    this.host = host
    this.alarm = new Alarm(host.now, () => void this.ring())
    this.tell = host.db.grouped(tellThese)
  }

  /** Tells one conversation, if its time has come; answers when its turn was made. */
  async ringFor(to: To): Promise<void> {
    const received = await this.tell({ to, at: this.host.now() })
    if (received) await this.host.turns.answerOf(received)
  }

  /** Rings at the next time there is in the data. */
  async resume(): Promise<void> {
    const due = await nextDueAt(this.host.db)
    if (due !== null) this.arm(due)
  }

  /** Rings at this time too, epoch ms. */
  arm(due: number): void {
    if (!this.isClosed) this.alarm.set(due)
  }

  /** Lets everything happen that is due by now. */
  ring(): Promise<void> {
    this.alarm.clear()
    this.working = this.working.then(() => this.work()).catch(error => this.host.onBug(error))
    return this.working
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.alarm.clear()
    await this.working
  }

  private async work(): Promise<void> {
    const { db, turns, now } = this.host
    for (let more = true; more; ) {
      const received = await db.atomically(tx => tellDue(tx, now()))
      await Promise.all(received.map(one => turns.answerOf(one)))
      more = received.length === BATCH
    }
    await this.resume()
  }
}

async function tellDue(tx: WriteDb, at: number): Promise<readonly Received[]> {
  const due = await dueConversations(tx, at, BATCH)
  if (due.length === 0) return []
  return tellHeld(tx, due, at)
}

type Told = Readonly<{ to: To; at: number }>

async function tellThese(tx: WriteDb, told: readonly Told[]): Promise<readonly (Received | null)[]> {
  const at = Math.max(...told.map(one => one.at))
  const due = await dueOf(
    tx,
    told.map(({ to }) => to),
    at + TOLERANCE_MS,
  )
  const received = await tellHeld(tx, due, at)
  const known = new Map(received.map(one => [conversationName(one), one]))
  return told.map(({ to }) => known.get(conversationName(to)) ?? null)
}

async function tellHeld(tx: WriteDb, due: readonly Due[], at: number): Promise<readonly Received[]> {
  await tx.lock(due.map(conversationName))
  const isStill = await Promise.all(due.map(one => forgetDue(tx, one)))
  const arrived = due
    .filter((_, index) => isStill[index])
    .map(({ bot, contact, dueAt, lastNumber }) => {
      const input = { id: `time-${dueAt}-${lastNumber}`, type: 'time' } as const
      return { to: { bot, contact }, input, at: Math.max(at, dueAt) }
    })
  return receive(tx, arrived)
}
