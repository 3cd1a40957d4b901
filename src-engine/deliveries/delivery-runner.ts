import { Alarm } from '../alarm.ts'
import type { EngineDb, ReadDb, WriteDb } from '../store/db.ts'
import {
  type Delivery,
  type DeliveryState,
  dueQueues,
  holdTarget,
  keepDeliveries,
  type NewDelivery,
  nextDeliveryAt,
  nextOf,
  postponeQueue,
  releaseHeld,
  type Settled,
  sendAgain,
  settleDeliveries,
} from '../store/deliveries.ts'
import { addJobs } from '../store/jobs.ts'
import { together } from '../store/together.ts'
import { deliverJob } from '../store/wake-jobs.ts'
import type { DeliveryKind, DeliveryResult } from './delivery-kind.ts'

type Host = Readonly<{
  db: EngineDb
  kinds: () => ReadonlyMap<string, DeliveryKind>
  /** What is to be handed over because something was taken or given up. */
  ofEnded: (tx: ReadDb, ended: Delivery) => Promise<readonly NewDelivery[]>
  /** Called after each attempt was written down. */
  onSettled: (about: Readonly<{ kind: string; state: DeliveryState }>) => void
  now: () => number
  onBug: (error: unknown) => void
}>

/** Queues of this process under way at once: they wait for other systems most of the time. */
const AT_ONCE = 64
/** Queues that are looked up in one go. */
const PAGE = 500
/** Deliveries of one queue that are read at once. */
const NEXT = 20
const LATER_MS = 1000

/**
 * Hands over what turns and people asked for, each queue in its order and many queues at once; what fails is tried
 * again in its time. What is to be done is in the data: a queue is taken up by this process, or on PostgreSQL by any
 * (jobs of the task `deliver`).
 */
export class DeliveryRunner {
  private readonly host: Host
  private readonly settle: (settled: Settling) => Promise<null>
  private readonly next: (queue: string) => Promise<readonly Delivery[] | undefined>
  private readonly todo = new Set<string>()
  private readonly running = new Map<string, Promise<void>>()
  private readonly stop = new AbortController()
  private readonly alarm: Alarm

  constructor(host: Host) {
    this.host = host
    this.settle = host.db.grouped((tx, all) => this.settleAll(tx, all))
    this.next = together(queues => nextOf(host.db, queues, NEXT))
    this.alarm = new Alarm(host.now, () => void this.ring().catch(host.onBug))
  }

  /** Asks for deliveries in the transaction of what they are about. */
  async ask(tx: WriteDb, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return
    await this.wake(tx, await keepDeliveries(tx, deliveries, this.host.now()))
  }

  /** Goes on with what was held for a target. */
  async release(tx: WriteDb, target: string): Promise<void> {
    await this.wake(tx, await releaseHeld(tx, target, this.host.now()))
  }

  /** Sends again what was given up, or was done before. */
  async again(tx: WriteDb, seqs: readonly number[]): Promise<void> {
    await this.wake(tx, await sendAgain(tx, seqs, this.host.now()))
  }

  /** Takes up what an earlier life of the engine left, without waiting for it. */
  async resume(): Promise<void> {
    const next = await nextDeliveryAt(this.host.db)
    if (next !== null) this.alarm.set(next)
  }

  /** Takes up everything that is due by the clock, and rings again at the next time there is. */
  async ring(): Promise<void> {
    const { db, now } = this.host
    for (let due = PAGE; due === PAGE && !this.stop.signal.aborted; ) {
      const queues = await dueQueues(db, now(), PAGE)
      await db.atomically(tx => this.wake(tx, new Set(queues)))
      due = queues.length
      await this.idle()
    }
    const next = db.isShared ? null : await nextDeliveryAt(db)
    if (next !== null && !this.stop.signal.aborted) this.alarm.set(next)
  }

  /** Delivers what is due of a queue, unless this process is at it. */
  run(queue: string): Promise<void> {
    const known = this.running.get(queue)
    if (known) return known
    const done = this.work(queue).finally(() => {
      this.running.delete(queue)
      this.fill()
    })
    this.running.set(queue, done)
    return done
  }

  /** When nothing that is due is left to do here; what other processes are at is waited for by `isDue`. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running.values())
  }

  async isDue(): Promise<boolean> {
    return (await dueQueues(this.host.db, this.host.now(), 1)).length > 0
  }

  /** Gives up what is under way; it is delivered at the next start. */
  async close(): Promise<void> {
    this.stop.abort()
    this.alarm.clear()
    await Promise.allSettled(this.running.values())
  }

  private async wake(tx: WriteDb, queues: ReadonlySet<string>): Promise<void> {
    if (this.host.db.isShared) return addJobs(tx, [...queues].map(deliverJob))
    tx.onCommit(() => this.start([...queues]))
  }

  private start(queues: readonly string[]): void {
    for (const queue of queues) this.todo.add(queue)
    this.fill()
  }

  private fill(): void {
    for (const queue of this.todo) {
      if (this.running.size >= AT_ONCE || this.stop.signal.aborted) return
      // One that is under way may just have seen its end: it is looked at again after it.
      if (this.running.has(queue)) continue
      this.todo.delete(queue)
      void this.run(queue).catch(error => this.lookLater(error))
    }
  }

  /** The data were away: they are asked again soon. */
  private lookLater(error: unknown): void {
    this.host.onBug(error)
    if (!this.stop.signal.aborted) this.alarm.set(this.host.now() + LATER_MS)
  }

  private async work(queue: string): Promise<void> {
    while (!this.stop.signal.aborted) {
      const next = (await this.next(queue)) ?? []
      if (next.length === 0) return
      const went = await this.deliverInOrder(next)
      if (went === 'later') return
      // What was asked for meanwhile is in `todo` here; elsewhere another process may have asked for it.
      if (went === 'done' && next.length < NEXT && !this.host.db.isShared) return
    }
    // The job is not done: another process does it.
    if (this.host.db.isShared) throw new Error('given up')
  }

  /**
   * Delivers until one is not due or does not succeed. What succeeded is written down beside the next, for which it does
   * not wait. Answers whether all are done, or the queue is to be left alone until its time.
   */
  private async deliverInOrder(next: readonly Delivery[]): Promise<'done' | 'stopped' | 'later'> {
    const written: Promise<void>[] = []
    try {
      for (const head of next) {
        if (head.dueAt > this.host.now()) return await this.later(head)
        const result = await this.attempt(head)
        if (this.stop.signal.aborted && result.outcome !== 'done') return 'stopped'
        const writing = this.write(head, this.settledBy(head, result))
        // Looked at below; until then a failure of it is not unheard.
        writing.catch(() => {})
        written.push(writing)
        if (result.outcome !== 'done') return 'stopped'
      }
      return 'done'
    } finally {
      await Promise.all(written)
    }
  }

  private async write(head: Delivery, settled: Settled): Promise<void> {
    await this.settle({ head, settled })
    this.host.onSettled({ kind: head.kind, state: settled.state })
  }

  private async later({ queue, dueAt }: Delivery): Promise<'later'> {
    await this.host.db.atomically(async tx => {
      await postponeQueue(tx, queue, dueAt)
      await this.wakeAt(tx, queue, dueAt)
    })
    return 'later'
  }

  private async wakeAt(tx: WriteDb, queue: string, dueAt: number): Promise<void> {
    if (this.host.db.isShared) await addJobs(tx, [{ ...deliverJob(queue), delayMs: dueAt - this.host.now() }])
    else tx.onCommit(() => this.alarm.set(dueAt))
  }

  private async attempt(head: Delivery): Promise<DeliveryResult> {
    const kind = this.host.kinds().get(head.kind)
    if (!kind) return { outcome: 'refused', error: `This engine cannot deliver ${head.kind}.` }
    if (head.isRestricted && !kind.keeps)
      return { outcome: 'refused', error: 'What is kept of them is restricted.' }
    try {
      return await kind.deliver(head, this.stop.signal)
    } catch (error) {
      this.host.onBug(error)
      return { outcome: 'failed', error: 'The engine could not do this.' }
    }
  }

  private settledBy(head: Delivery, result: DeliveryResult): Settled {
    const { seq, dueAt, answer } = head
    const at = this.host.now()
    const attempts = head.attempts + 1
    if (result.outcome === 'done')
      return { seq, state: 'done', attempts, dueAt, error: null, answer: result.answer ?? answer, doneAt: at }
    const { error } = result
    if (result.outcome === 'held')
      return { seq, state: 'held', attempts: head.attempts, dueAt, error, answer, doneAt: null }
    const wait = result.outcome === 'failed' ? this.waitAfter(head, result, attempts) : null
    if (wait === null) return { seq, state: 'dead', attempts, dueAt, error, answer, doneAt: at }
    return { seq, state: 'waiting', attempts, dueAt: at + wait, error, answer, doneAt: null }
  }

  private waitAfter({ kind }: Delivery, { afterMs }: { afterMs?: number }, attempts: number): number | null {
    const wait = this.host.kinds().get(kind)?.retryAfterMs(attempts) ?? null
    return wait === null ? null : Math.max(wait, afterMs ?? 0)
  }

  private async settleAll(tx: WriteDb, all: readonly Settling[]): Promise<readonly null[]> {
    await settleDeliveries(
      tx,
      all.map(({ settled }) => settled),
    )
    await Promise.all(
      all.map(async ({ head, settled }) => {
        if (settled.state === 'held') await holdTarget(tx, head.target, settled.error ?? '')
      }),
    )
    const ended = all.filter(({ settled }) => settled.doneAt !== null)
    const told = await Promise.all(
      ended.map(({ head, settled }) => this.host.ofEnded(tx, { ...head, ...settled })),
    )
    // In the order in which they ended.
    await this.ask(tx, told.flat())
    return all.map(() => null)
  }
}

type Settling = Readonly<{ head: Delivery; settled: Settled }>
