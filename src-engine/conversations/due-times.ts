import { conversationName, dueConversations, forgetDue, nextDueAt } from '../store/conversations.ts'
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
/** The longest time a timer of the platform can be set to. */
const LONGEST_MS = 2_147_483_647

/** Tells conversations that their time has come: inactivity, delays, the end of a handover (requirements.md D-04). */
export class DueTimes {
  private readonly host: Host
  private timer: NodeJS.Timeout | undefined
  private armedFor = Number.POSITIVE_INFINITY
  private isClosed = false
  private working: Promise<void> = Promise.resolve()

  constructor(host: Host) {
    this.host = host
  }

  /** Rings at the next time there is in the data. */
  async resume(): Promise<void> {
    const due = await nextDueAt(this.host.db)
    if (due !== null) this.arm(due)
  }

  /** Rings at this time too, epoch ms. */
  arm(due: number): void {
    if (due >= this.armedFor || this.isClosed) return
    clearTimeout(this.timer)
    this.armedFor = due
    const wait = Math.min(Math.max(0, due - this.host.now()), LONGEST_MS)
    this.timer = setTimeout(() => void this.ring(), wait)
  }

  /** Lets everything happen that is due by now. */
  ring(): Promise<void> {
    clearTimeout(this.timer)
    this.armedFor = Number.POSITIVE_INFINITY
    this.working = this.working.then(() => this.work()).catch(error => this.host.onBug(error))
    return this.working
  }

  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.timer)
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
  await tx.lock(due.map(conversationName))
  const isStill = await Promise.all(due.map(one => forgetDue(tx, one)))
  const arrived = due
    .filter((_, index) => isStill[index])
    .map(({ bot, contact, dueAt, lastNumber }) => {
      const input = { id: `time-${dueAt}-${lastNumber}`, type: 'time' } as const
      return { to: { bot, contact }, input, at }
    })
  return receive(tx, arrived)
}
