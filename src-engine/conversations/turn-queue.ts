import { setImmediate as nextLoop } from 'node:timers/promises'
import { conversationName, type To } from '../store/conversations.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { type Inbound, pendingInbound, type Received, waitingInputs } from '../store/inbound.ts'
import { saveTurns } from '../store/save-turns.ts'
import { standingsOf } from '../store/standings.ts'
import { type StoredAnswer, storedAnswer } from '../store/turns.ts'
import { type DoneTurn, runTurn, type Standing, type TurnHost, unanswered } from './run-turn.ts'
import type { TakeTurn } from './take-turn.ts'

/** Turns of one transaction: enough to share the cost of a commit, few enough to keep everybody's wait short. */
const BATCH = 256
/** Transactions under way at once where the data are on a server: while one waits for it, another is computed. */
const AT_ONCE_SHARED = 3
/** How soon an answer that another process made is found. */
const POLL_MS = 100

type Waiter = Readonly<{ to: To; resolve: (answer: StoredAnswer) => void; reject: (error: unknown) => void }>
type Host = TurnHost &
  Readonly<{
    db: EngineDb
    onBug: (error: unknown) => void
    /** Who makes turns in place of the bot. */
    takes: (tx: WriteDb, inputs: readonly Inbound[]) => Promise<TakeTurn>
    /** Called in the transaction of turns, with them. */
    inTurns: (tx: WriteDb, done: readonly DoneTurn[]) => Promise<void>
    /** Called when turns were committed: they may have asked for effects, or set a time. */
    onTurns: (done: readonly DoneTurn[]) => void
  }>

type OneTurn = Readonly<{ take: TakeTurn; standing: Standing; inbound: Inbound }>

/** How much is tried in one transaction; `isLast`: the one input is recorded as failed and not run any more. */
type Attempt = Readonly<{ limit: number; isLast: boolean }>

/**
 * Answers stored inputs in the order they came, conversation by conversation. The queue itself is in the data: what
 * waits when the process ends is taken up at the next start, or by another process. A transaction holds the
 * conversations whose turns it makes, so no conversation ever has two at once anywhere, and the turns of one batch are
 * committed together.
 */
export class TurnQueue {
  private readonly host: Host
  private readonly atOnce: number
  /** Who waits for which input of a conversation. */
  private readonly waiters = new Map<string, Map<number, [Waiter, ...Waiter[]]>>()
  /** Conversations that have something to answer, and those that are being answered. */
  private readonly todo = new Map<string, To>()
  private readonly busy = new Set<string>()
  private isScheduled = false
  private poll: NodeJS.Timeout | undefined
  private seenWaiting: ReadonlySet<number> = new Set()
  private underWay = 0

  constructor(host: Host) {
    this.host = host
    this.atOnce = host.db.isShared ? AT_ONCE_SHARED : 1
  }

  /** Answers what is waiting, without waiting for anybody. */
  async drain(): Promise<void> {
    for (let after = 0; ; ) {
      const waiting = await waitingInputs(this.host.db, after, 4 * BATCH)
      for (const to of waiting) this.add(to)
      const last = waiting.at(-1)
      if (!last) break
      after = last.seq
    }
    await this.quiet()
  }

  /** Whether nothing is left to do that this process knows of. */
  get isQuiet(): boolean {
    return this.todo.size === 0 && this.underWay === 0
  }

  /** When that is so. */
  async quiet(): Promise<void> {
    while (!this.isQuiet) await nextLoop()
  }

  /** The answer to a stored input, as soon as it is on the disk. */
  async answerOf({ seq, isNew, ...to }: Received): Promise<StoredAnswer> {
    const known = isNew ? null : await storedAnswer(this.host.db, seq)
    if (known) return known
    return new Promise((resolve, reject) => {
      const name = conversationName(to)
      const ofConversation = this.waiters.get(name) ?? new Map<number, [Waiter, ...Waiter[]]>()
      this.waiters.set(name, ofConversation)
      const waiter = { to, resolve, reject }
      ofConversation.set(seq, [waiter, ...(ofConversation.get(seq) ?? [])])
      this.add(to)
    })
  }

  /** Takes up a conversation with something new for which nobody waits, or whose inputs were settled without a turn. */
  lookAt(to: To): void {
    this.add(to)
  }

  /**
   * Takes up what another process received and left, which is what waited the last time this was called too. Whose
   * input another process answers is told so.
   */
  async sweep(): Promise<void> {
    const waiting = await waitingInputs(this.host.db, 0, BATCH)
    for (const { seq, ...to } of waiting) if (this.seenWaiting.has(seq)) this.add(to)
    this.seenWaiting = new Set(waiting.map(({ seq }) => seq))
  }

  /** An answer may be made by another process; who waits for an effect waits for that. */
  private lookAgain(batch: readonly To[]): void {
    if (!this.host.db.isShared || !batch.some(to => this.waiters.has(conversationName(to)))) return
    this.poll ??= setTimeout(() => {
      this.poll = undefined
      for (const ofConversation of this.waiters.values())
        for (const [{ to }] of ofConversation.values()) this.add(to)
    }, POLL_MS)
  }

  private add(to: To): void {
    this.todo.set(conversationName(to), to)
    this.schedule()
  }

  private schedule(): void {
    if (this.isScheduled || this.underWay === this.atOnce || this.todo.size === 0) return
    this.isScheduled = true
    setImmediate(() => {
      this.isScheduled = false
      const batch = this.takeBatch()
      if (batch.length > 0) void this.work(batch)
    })
  }

  private takeBatch(): readonly To[] {
    const batch: To[] = []
    for (const [name, to] of this.todo) {
      if (batch.length === BATCH) break
      if (this.busy.has(name)) continue
      this.todo.delete(name)
      this.busy.add(name)
      batch.push(to)
    }
    return batch
  }

  private async work(batch: readonly To[]): Promise<void> {
    this.underWay += 1
    // Where there are more conversations than one transaction holds, the next is begun beside this one.
    this.schedule()
    await this.answer(batch, { limit: BATCH, isLast: false })
    for (const to of batch) this.busy.delete(conversationName(to))
    this.underWay -= 1
    this.schedule()
  }

  private async answer(batch: readonly To[], attempt: Attempt): Promise<void> {
    let done: readonly DoneTurn[]
    try {
      done = await this.host.db.atomically(tx => this.answerIn(tx, batch, attempt))
    } catch (error) {
      return this.answerLess(batch, attempt, error)
    }
    for (const { inbound, answer } of done)
      for (const { resolve } of this.take(conversationName(inbound), inbound.seq)) resolve(answer)
    if (done.length === attempt.limit) for (const to of batch) this.add(to)
    else await this.tellOthers(batch)
    this.lookAgain(batch)
    if (done.length > 0) this.host.onTurns(done)
  }

  private async answerIn(
    tx: WriteDb,
    batch: readonly To[],
    { limit, isLast }: Attempt,
  ): Promise<readonly DoneTurn[]> {
    await tx.lock(batch.map(conversationName))
    const inputs = await pendingInbound(tx, batch, limit)
    if (inputs.length === 0) return []
    const standings = await standingsOf(tx, inputs)
    const take = await this.host.takes(tx, inputs)
    const waits = new Set<string>()
    const done: DoneTurn[] = []
    for (const inbound of inputs) {
      const name = conversationName(inbound)
      const standing = standings.get(name)
      // An earlier turn of this batch may have asked for an effect, whose result goes first.
      if (!standing || (inbound.kind !== 'effect' && waits.has(name))) continue
      const turn = isLast
        ? unanswered(standing, inbound, 'failed')
        : await this.runOne(tx, { take, standing, inbound })
      standings.set(name, { ...standing, conversation: turn.conversation })
      if (turn.effects.length > 0) waits.add(name)
      done.push(turn)
    }
    await Promise.all([saveTurns(tx, done), this.host.inTurns(tx, done)])
    return done
  }

  /** A turn that meets a bug must not hold up everybody's messages behind it. */
  private async runOne(tx: WriteDb, { take, standing, inbound }: OneTurn): Promise<DoneTurn> {
    try {
      const taken = await take(standing, inbound)
      if (taken) return taken
      // Told by a bot elsewhere that nothing is routed to any more.
      if (inbound.kind === 'outside')
        return { ...unanswered(standing, inbound, 'failed'), stage: null, hasFailed: false }
      return await runTurn(this.host, tx, standing, inbound)
    } catch (error) {
      this.host.onBug(error)
      return unanswered(standing, inbound, 'failed')
    }
  }

  /**
   * Nothing was written. When the data refused something, it is found by trying less; otherwise, such as on a full
   * disk, the messages stay, and their senders are told to come again.
   */
  private async answerLess(batch: readonly To[], { limit, isLast }: Attempt, error: unknown): Promise<void> {
    if (isLast || !this.host.db.isRefusal(error)) {
      const isHeard = batch.some(to => this.waiters.has(conversationName(to)))
      for (const to of batch) this.rejectAll(conversationName(to), error)
      if (!isHeard) this.host.onBug(error)
      return
    }
    if (batch.length === 1 && limit === 1) this.host.onBug(error)
    for (const to of batch) await this.answer([to], { limit: 1, isLast: batch.length === 1 && limit === 1 })
  }

  /** What people wait for may have been answered elsewhere. What waits for an effect keeps those who wait for it. */
  private async tellOthers(batch: readonly To[]): Promise<void> {
    for (const to of batch) {
      const name = conversationName(to)
      for (const seq of [...(this.waiters.get(name)?.keys() ?? [])]) {
        const answer = await storedAnswer(this.host.db, seq).catch(() => null)
        if (answer) for (const { resolve } of this.take(name, seq)) resolve(answer)
      }
    }
  }

  private rejectAll(name: string, error: unknown): void {
    for (const seq of [...(this.waiters.get(name)?.keys() ?? [])])
      for (const { reject } of this.take(name, seq)) reject(error)
  }

  private take(name: string, seq: number): readonly Waiter[] {
    const ofConversation = this.waiters.get(name)
    const waiters = ofConversation?.get(seq) ?? []
    ofConversation?.delete(seq)
    if (ofConversation?.size === 0) this.waiters.delete(name)
    return waiters
  }
}
