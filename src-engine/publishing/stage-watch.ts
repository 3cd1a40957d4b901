import type { DoneTurn } from '../conversations/run-turn.ts'
import type { EngineDb } from '../store/db.ts'
import { openStages } from '../store/stages.ts'
import { rollBackFailing } from './roll-back.ts'

type Host = Readonly<{ db: EngineDb; now: () => number; onBug: (error: unknown) => void }>

/** Turns of a stage after which only errors make it look: by then most stages have the conversations they need. */
const EARLY_TURNS = 1000

/**
 * Rolls staged versions back by themselves. It looks after turns of staged content, one bot at a time and never twice at
 * once, so that a burst of errors costs one count and not one each. A stage that has gone well for long is counted only
 * when something fails.
 */
export class StageWatch {
  private readonly host: Host
  private readonly todo = new Set<string>()
  private readonly seen = new Map<number, number>()
  private working: Promise<void> | null = null

  constructor(host: Host) {
    this.host = host
  }

  /** What was counted before the engine ended may be too much already. */
  async start(): Promise<void> {
    for (const { bot } of await openStages(this.host.db)) this.look(bot)
    await this.idle()
  }

  onTurns(done: readonly DoneTurn[]): void {
    for (const { stage, inbound, hasFailed } of done) {
      if (stage === null) continue
      const turns = (this.seen.get(stage) ?? 0) + 1
      this.seen.set(stage, turns)
      if (hasFailed || turns <= EARLY_TURNS) this.look(inbound.bot)
    }
  }

  async idle(): Promise<void> {
    while (this.working) await this.working
  }

  private look(bot: string): void {
    this.todo.add(bot)
    this.working ??= this.work().finally(() => {
      this.working = null
    })
  }

  private async work(): Promise<void> {
    const { db, now, onBug } = this.host
    for (const bot of this.todo) {
      this.todo.delete(bot)
      await rollBackFailing(db, bot, now()).catch(onBug)
    }
  }
}
