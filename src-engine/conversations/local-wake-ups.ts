import type { DoneTurn } from './run-turn.ts'
import type { Clocks, WakeUps } from './wake-ups.ts'

/** Wake-ups of an engine that has its data alone: timers of this process, and the data at its start. */
export class LocalWakeUps implements WakeUps {
  private readonly clocks: Clocks

  constructor(clocks: Clocks) {
    this.clocks = clocks
  }

  async start(): Promise<void> {
    const { effects, deliveries, times, schedules } = this.clocks
    await effects.resume()
    await deliveries.resume()
    await times.resume()
    schedules?.start()
  }

  async inTurns(): Promise<void> {}

  onTurns(done: readonly DoneTurn[]): void {
    const { effects, times } = this.clocks
    for (const { conversation, effects: asked } of done) {
      const { bot, contact, dueAt } = conversation
      effects.start(asked.map(effect => ({ bot, contact, effect, begunAt: null })))
      if (dueAt !== null) times.arm(dueAt)
    }
  }

  async idle(): Promise<void> {
    await this.clocks.effects.idle()
    await this.clocks.deliveries.idle()
  }

  async close(): Promise<void> {
    const { effects, deliveries, times, schedules } = this.clocks
    await schedules?.close()
    await times.close()
    await effects.close()
    await deliveries.close()
  }
}
