import type { CommitQueue } from '../store/commit-queue.ts'
import { dueConversations, forgetDue, nextDueAt } from '../store/conversations.ts'
import type { EngineDb } from '../store/db.ts'
import { receive } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

type Host = Readonly<{
  db: EngineDb
  commits: CommitQueue
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
  private armedFor: number | null = null
  private working: Promise<void> = Promise.resolve()

  constructor(host: Host) {
    this.host = host
  }

  /** Looks at the next time again. To be called after turns. */
  arm(): void {
    const due = nextDueAt(this.host.db)
    if (due === this.armedFor) return
    clearTimeout(this.timer)
    this.armedFor = due
    if (due === null) return
    const wait = Math.min(Math.max(0, due - this.host.now()), LONGEST_MS)
    this.timer = setTimeout(() => void this.ring(), wait)
  }

  /** Lets everything happen that is due by now. */
  ring(): Promise<void> {
    this.armedFor = null
    this.working = this.working.then(() => this.work()).catch(error => this.host.onBug(error))
    return this.working
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    await this.working
  }

  private async work(): Promise<void> {
    const { db, commits, turns, now } = this.host
    for (let count = BATCH; count === BATCH; ) {
      const at = now()
      const seqs = await commits.run(() =>
        dueConversations(db, at, BATCH).map(conversation => {
          forgetDue(db, conversation)
          const input = { id: `time-${conversation.dueAt}-${conversation.lastNumber}`, type: 'time' } as const
          return receive(db, conversation, input, { at }).seq
        }),
      )
      await Promise.all(seqs.map(seq => turns.answerOf(seq)))
      count = seqs.length
    }
    this.arm()
  }
}
