import type { Effect, EffectResult } from '../../src-shared/blocks/effect.ts'
import type { CommitQueue } from '../store/commit-queue.ts'
import type { EngineDb } from '../store/db.ts'
import { beginEffect, closeEffect, type OpenEffect, openEffects } from '../store/effects.ts'
import { receive } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

/** Does an effect; a failure is a result, not an exception. */
export type Perform = (
  effect: Effect,
  about: Readonly<{ bot: string; contact: string; signal: AbortSignal }>,
) => Promise<EffectResult>

type Host = Readonly<{
  db: EngineDb
  commits: CommitQueue
  turns: TurnQueue
  perform: Perform
  now: () => number
  onBug: (error: unknown) => void
}>

/**
 * Does what conversations asked for, and gives them the results as inputs. That an effect is begun is on the disk
 * before it is begun, so that a call that changes something is made at most once; after a crash its result is that
 * nobody knows.
 */
export class EffectRunner {
  private readonly host: Host
  private readonly running = new Map<string, Promise<void>>()
  private readonly stop = new AbortController()

  constructor(host: Host) {
    this.host = host
  }

  /** Begins what was asked for and not begun. To be called after turns. */
  wake(): void {
    if (this.stop.signal.aborted) return
    for (const open of openEffects(this.host.db)) {
      const key = JSON.stringify([open.bot, open.contact, open.effect.id])
      if (this.running.has(key)) continue
      const done = this.run(open)
        .catch(error => this.host.onBug(error))
        .finally(() => this.running.delete(key))
      this.running.set(key, done)
    }
  }

  /** When nothing that has begun is still under way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values())
  }

  /** Gives up what is under way; it is reported at the next start. */
  async close(): Promise<void> {
    this.stop.abort()
    await Promise.all(this.running.values())
  }

  private async run(open: OpenEffect): Promise<void> {
    const result = await this.resultOf(open)
    if (this.stop.signal.aborted) return
    const { db, commits, turns, now } = this.host
    const { effect } = open
    const { seq } = await commits.run(() => {
      closeEffect(db, open)
      const input = { id: `${effect.id}#`, type: 'effect', effect: effect.id, result } as const
      return receive(db, open, input, { at: now() })
    })
    await turns.answerOf(seq)
  }

  private async resultOf(open: OpenEffect): Promise<EffectResult> {
    const { db, commits, perform, now, onBug } = this.host
    const { bot, contact, effect, begunAt } = open
    if (begunAt !== null && !isRepeatable(effect))
      return { outcome: 'failed', message: 'The engine was stopped while this was under way.' }
    await commits.run(() => beginEffect(db, open, now()))
    try {
      return await perform(effect, { bot, contact, signal: this.stop.signal })
    } catch (error) {
      onBug(error)
      return { outcome: 'failed', message: 'The engine could not do this.' }
    }
  }
}

/** Asking twice changes nothing. */
function isRepeatable(effect: Effect): boolean {
  return effect.type === 'presence' || (effect.type === 'http' && effect.method === 'GET')
}
