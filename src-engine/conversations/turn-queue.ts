import { findConversation } from '../store/conversations.ts'
import type { EngineDb } from '../store/db.ts'
import { hasOpenEffect } from '../store/effects.ts'
import { type Inbound, pendingInbound } from '../store/inbound.ts'
import { type StoredAnswer, storedAnswer } from '../store/turns.ts'
import { recordUnanswered, runTurn, type TurnHost } from './run-turn.ts'

/** Turns of one transaction: enough to share the cost of a commit, few enough to keep everybody's wait short. */
const BATCH = 256

type Waiter = Readonly<{ resolve: (answer: StoredAnswer) => void; reject: (error: unknown) => void }>
type Host = TurnHost &
  Readonly<{
    db: EngineDb
    onBug: (error: unknown) => void
    /** Called when turns were committed: they may have asked for effects, or set a time. */
    onTurns: () => void
  }>

/**
 * Answers stored messages in the order they came. The queue itself is in the data: what waits when the process ends
 * is taken up at the next start. A turn is computed in one go, so no conversation ever has two at once, and the turns
 * of one batch are committed together.
 */
export class TurnQueue {
  private readonly host: Host
  private readonly waiters = new Map<number, Waiter[]>()
  private isScheduled = false

  constructor(host: Host) {
    this.host = host
  }

  /** Answers what is waiting, without waiting for anybody. */
  drain(): void {
    while (this.runBatch() === BATCH);
  }

  /** The answer to a stored message, as soon as it is on the disk. */
  answerOf(seq: number): Promise<StoredAnswer> {
    const known = storedAnswer(this.host.db, seq)
    if (known) return Promise.resolve(known)
    this.schedule()
    return new Promise((resolve, reject) => {
      this.waiters.set(seq, [...(this.waiters.get(seq) ?? []), { resolve, reject }])
    })
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    setImmediate(() => {
      this.isScheduled = false
      if (this.runBatch() === BATCH) this.schedule()
    })
  }

  private runBatch(): number {
    const { db } = this.host
    const batch = pendingInbound(db, BATCH)
    if (batch.length === 0) return 0
    try {
      db.atomically(() => {
        for (const inbound of batch) if (!this.mustWait(inbound)) this.runOne(inbound)
      })
    } catch (error) {
      // Nothing was written, such as on a full disk: the messages stay, and their senders are told to come again.
      for (const { seq } of batch) for (const { reject } of this.take(seq)) reject(error)
      return 0
    }
    for (const { seq } of batch) this.tell(seq)
    this.host.onTurns()
    return batch.length
  }

  /** An earlier turn of this batch may have asked for an effect, whose result goes first. */
  private mustWait({ bot, contact, kind }: Inbound): boolean {
    return kind !== 'effect' && hasOpenEffect(this.host.db, bot, contact)
  }

  /** A turn that meets a bug must not hold up everybody's messages behind it. */
  private runOne(inbound: Inbound): void {
    const { db, onBug } = this.host
    try {
      db.atomically(() => runTurn(this.host, inbound))
    } catch (error) {
      onBug(error)
      recordUnanswered(db, findConversation(db, inbound.bot, inbound.contact), inbound, 'failed')
    }
  }

  private tell(seq: number): void {
    if (!this.waiters.has(seq)) return
    const answer = storedAnswer(this.host.db, seq)
    // One that waits for an effect keeps those who wait for it.
    if (!answer) return
    const waiters = this.take(seq)
    for (const { resolve } of waiters) resolve(answer)
  }

  private take(seq: number): readonly Waiter[] {
    const waiters = this.waiters.get(seq) ?? []
    this.waiters.delete(seq)
    return waiters
  }
}
