import type { TurnQueue } from './conversations/turn-queue.ts'
import type { CommitQueue } from './store/commit-queue.ts'
import type { EngineDb } from './store/db.ts'

/** What the routes of a running engine work with. Times are epoch milliseconds UTC. */
export type Engine = Readonly<{
  db: EngineDb
  commits: CommitQueue
  turns: TurnQueue
  account: string
  now: () => number
  /** Where people reach this engine, without a slash at the end; known once it listens. */
  publicUrl: () => string
}>
