import { type EntrySchedule, scheduledDate } from '../../src-shared/blocks/entry-schedule.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { mayNotify } from '../proactive/may-notify.ts'
import type { ProgramCache } from '../program-cache.ts'
import { contactsOf } from '../store/conversations.ts'
import type { EngineDb } from '../store/db.ts'
import { receive } from '../store/inbound.ts'
import { activeVersions } from '../store/versions.ts'
import type { TurnQueue } from './turn-queue.ts'

type Host = Readonly<{
  db: EngineDb
  turns: TurnQueue
  programs: ProgramCache
  now: () => number
  onBug: (error: unknown) => void
}>

const MINUTE_MS = 60_000
/** What was due while the engine was down is made up for so long; later it would only surprise. */
const LOOK_BACK_MS = 60 * MINUTE_MS
/** Contacts of one commit. */
const BATCH = 500

type Scheduled = Readonly<{ entry: BlockId; schedule: EntrySchedule }>

/**
 * Begins conversations at the times of schedule entries, with every contact who has talked to the bot and may be spoken to
 * unasked (requirements.md NHN-36); the runtime refuses those who opted out in the conversation. Each time is one input
 * per contact by its id, so a restart doubles nothing.
 */
export class ScheduleClock {
  private readonly host: Host
  private readonly known = new Map<string, readonly Scheduled[]>()
  private timer: NodeJS.Timeout | undefined
  private lookedUntil: number
  private working: Promise<void> = Promise.resolve()

  constructor(host: Host) {
    this.host = host
    this.lookedUntil = host.now() - LOOK_BACK_MS
  }

  /** Looks now and every minute from then on. */
  start(): void {
    void this.ring()
    this.timer = setInterval(() => void this.ring(), MINUTE_MS)
    this.timer.unref()
  }

  /** Begins what has become due since the last look. */
  ring(): Promise<void> {
    this.working = this.working.then(() => this.work()).catch(error => this.host.onBug(error))
    return this.working
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.working
  }

  private async work(): Promise<void> {
    const now = this.host.now()
    const from = Math.max(this.lookedUntil, now - LOOK_BACK_MS)
    this.lookedUntil = now
    for (const { bot, hash } of await activeVersions(this.host.db))
      for (const { entry, schedule } of await this.schedulesOf(hash))
        for (let at = Math.floor(from / MINUTE_MS + 1) * MINUTE_MS; at <= now; at += MINUTE_MS) {
          const date = scheduledDate(schedule, at)
          if (date !== null) await this.begin(bot, entry, date)
        }
  }

  private async schedulesOf(hash: string): Promise<readonly Scheduled[]> {
    const known = this.known.get(hash)
    if (known) return known
    const { entries } = await this.host.programs.get(hash, this.host.db)
    const found = [...entries.schedules].flatMap(([entry, { schedule }]) =>
      schedule ? [{ entry, schedule }] : [],
    )
    this.known.set(hash, found)
    return found
  }

  private async begin(bot: string, entry: BlockId, date: string): Promise<void> {
    const { db, turns, now } = this.host
    const contacts = await contactsOf(db, bot)
    for (let index = 0; index < contacts.length; index += BATCH) {
      const at = now()
      const batch = contacts.slice(index, index + BATCH)
      const arrived = (await mayNotify(db, { bot, contacts: batch, at })).map(contact => {
        const input = { id: `schedule-${entry}-${date}`, type: 'schedule', entry } as const
        return { to: { bot, contact }, input, at }
      })
      const received = await db.atomically(tx => receive(tx, arrived))
      await Promise.all(received.map(one => turns.answerOf(one)))
    }
  }
}
