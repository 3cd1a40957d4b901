import type { TurnQueue } from './conversations/turn-queue.ts'
import type { DeliveryRunner } from './deliveries/delivery-runner.ts'
import type { EffectConfig } from './effects/effect-config.ts'
import type { KeyRing } from './keys/key-ring.ts'
import type { Metrics } from './operations/metrics.ts'
import type { ProgramCache } from './program-cache.ts'
import type { EngineDb } from './store/db.ts'
import type { Arrived, Received } from './store/inbound.ts'
import type { Sealer } from './store/seal.ts'

/** What the routes of a running engine work with. Times are epoch milliseconds UTC. */
export type Engine = Readonly<{
  db: EngineDb
  /** Keeps secrets in the data. */
  seal: Sealer
  /** Who may ask for what. */
  keys: KeyRing
  /** Stores an input, together with those that arrive at the same time; null when the bot is not here. */
  take: (arrived: Arrived) => Promise<Received | null>
  turns: TurnQueue
  deliveries: DeliveryRunner
  /** The bots' programs by their content. */
  programs: ProgramCache
  /** What may be reached, and with which secrets. */
  effects: EffectConfig
  /** What the channels of this engine speak to in place of the providers; null for the providers themselves. */
  metaUrl: string | null
  /** The same for Twilio's. */
  twilioUrl: string | null
  metrics: Metrics
  account: string
  now: () => number
  /** Tells of an error that should not happen. */
  onBug: (error: unknown) => void
  /** Where people reach this engine, without a slash at the end; known once it listens. */
  publicUrl: () => string
}>
