import type { DeliveryRunner } from '../deliveries/delivery-runner.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import type { DueTimes } from './due-times.ts'
import type { EffectRunner } from './effect-runner.ts'
import type { DoneTurn } from './run-turn.ts'
import type { ScheduleClock } from './schedule-clock.ts'
import type { TurnQueue } from './turn-queue.ts'

/** What is woken up; `schedules` is null where no schedule entry begins anything. */
export type Clocks = Readonly<{
  db: EngineDb
  turns: TurnQueue
  effects: EffectRunner
  deliveries: DeliveryRunner
  times: DueTimes
  schedules: ScheduleClock | null
  onBug: (error: unknown) => void
}>

/**
 * Who sees to it that what turns asked for is done in time: in this process alone, or in any of those that share a
 * database. What is to be done is in the data; a wake-up says that somebody should look.
 */
export type WakeUps = Readonly<{
  start(): Promise<void>
  /** In the transaction of turns. */
  inTurns(tx: WriteDb, done: readonly DoneTurn[]): Promise<void>
  /** After it. */
  onTurns(done: readonly DoneTurn[]): void
  /** When nothing that this engine has begun is under way. */
  idle(): Promise<void>
  close(): Promise<void>
}>
