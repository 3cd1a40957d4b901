import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { JobRunner } from '../jobs/job-runner.ts'
import type { WriteDb } from '../store/db.ts'
import { findEffect, openEffects } from '../store/effects.ts'
import { addJobs, type Job, openedPayload } from '../store/jobs.ts'
import { effectJob, timeJob } from '../store/wake-jobs.ts'
import type { DoneTurn } from './run-turn.ts'
import type { Clocks, WakeUps } from './wake-ups.ts'

const toSchema = z.object({ bot: z.string(), contact: z.string() })
const queueSchema = z.object({ queue: z.string() })
const effectSchema = toSchema.extend({ id: z.string() })

export type SharedHost = Clocks & Readonly<{ databaseUrl: string; now: () => number }>

/** Wake-ups of engines that share a database: jobs, written with the turns that ask for them, done by any of them. */
export class SharedWakeUps implements WakeUps {
  private readonly host: SharedHost
  private readonly runner: JobRunner

  constructor(host: SharedHost) {
    this.host = host
    const { db, databaseUrl, schedules, turns, onBug } = host
    const opened = (payload: unknown) => openedPayload(db.vault, payload)
    this.runner = new JobRunner({
      databaseUrl,
      tasks: {
        effect: payload => this.doEffect(opened(payload)),
        deliver: payload => host.deliveries.run(queueSchema.parse(opened(payload)).queue),
        time: payload => host.times.ringFor(toSchema.parse(opened(payload))),
        schedules: () => schedules?.ring(),
      },
      everyMinute: ['schedules'],
      onSweep: () => turns.sweep(),
      onBug,
    })
  }

  start(): Promise<void> {
    return this.runner.start()
  }

  async inTurns(tx: WriteDb, done: readonly DoneTurn[]): Promise<void> {
    const now = this.host.now()
    await addJobs(
      tx,
      done.flatMap(turn => jobsOf(turn, now)),
    )
  }

  onTurns(): void {}

  /** Waits for the other processes too, which may be at it. */
  async idle(): Promise<void> {
    const { db, deliveries, effects } = this.host
    while ((await openEffects(db)).length > 0 || (await deliveries.isDue())) await setTimeout(IDLE_MS)
    await effects.idle()
    await deliveries.idle()
    await this.host.turns.quiet()
  }

  async close(): Promise<void> {
    const { effects, deliveries, times, schedules } = this.host
    await schedules?.close()
    await times.close()
    await effects.close()
    await deliveries.close()
    await this.runner.close()
  }

  private async doEffect(payload: unknown): Promise<void> {
    const open = await findEffect(this.host.db, effectSchema.parse(payload))
    if (open) await this.host.effects.run(open)
    // Given up because this process ends: another does it.
    if (open && (await findEffect(this.host.db, effectSchema.parse(payload)))) throw new Error('given up')
  }
}

const IDLE_MS = 20

function jobsOf({ conversation, effects }: DoneTurn, now: number): readonly Job[] {
  const asked = effects.map(({ id }) => effectJob(conversation, id))
  const { dueAt } = conversation
  return dueAt === null ? asked : [...asked, timeJob(conversation, dueAt, now)]
}
