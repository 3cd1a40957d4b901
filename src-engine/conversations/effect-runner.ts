import type { Effect, EffectResult } from '../../src-shared/blocks/effect.ts'
import type { EngineDb, WriteDb } from '../store/db.ts'
import { beginEffect, closeEffect, type OpenEffect, openEffects } from '../store/effects.ts'
import { type Arrived, type Received, receive } from '../store/inbound.ts'
import type { TurnQueue } from './turn-queue.ts'

/** Does an effect; a failure is a result, not an exception. */
export type Perform = (
  effect: Effect,
  about: Readonly<{ bot: string; contact: string; signal: AbortSignal }>,
) => Promise<EffectResult>

type Host = Readonly<{
  db: EngineDb
  turns: TurnQueue
  perform: Perform
  now: () => number
  onBug: (error: unknown) => void
}>

type Finished = Readonly<{ open: OpenEffect; result: EffectResult; at: number }>

/**
 * Does what conversations asked for, and gives them the results as inputs. That an effect is begun is on the disk
 * before it is begun, so that a call that changes something is made at most once; after a crash its result is that
 * nobody knows.
 */
export class EffectRunner {
  private readonly host: Host
  private readonly begin: (open: OpenEffect) => Promise<null>
  private readonly finish: (finished: Finished) => Promise<Received | null>
  private readonly running = new Map<string, Promise<void>>()
  private readonly stop = new AbortController()

  constructor(host: Host) {
    this.host = host
    this.begin = host.db.grouped(async (tx, open) => {
      await Promise.all(open.map(one => beginEffect(tx, one, host.now())))
      return open.map(() => null)
    })
    this.finish = host.db.grouped(finishAll)
  }

  /** Does what was asked for in an earlier life of the engine. */
  async resume(): Promise<void> {
    this.start(await openEffects(this.host.db))
  }

  /** Does what was asked for, beside what is under way. */
  start(effects: readonly OpenEffect[]): void {
    if (this.stop.signal.aborted) return
    for (const open of effects) void this.run(open).catch(error => this.host.onBug(error))
  }

  /** Does one effect, unless this process is at it, and answers when the turn of its result was made. */
  run(open: OpenEffect): Promise<void> {
    const key = JSON.stringify([open.bot, open.contact, open.effect.id])
    const known = this.running.get(key)
    if (known) return known
    const done = this.perform(open).finally(() => this.running.delete(key))
    this.running.set(key, done)
    return done
  }

  /** When nothing that has begun is still under way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running.values())
  }

  /** Gives up what is under way; it is reported at the next start. */
  async close(): Promise<void> {
    this.stop.abort()
    await Promise.allSettled(this.running.values())
  }

  private async perform(open: OpenEffect): Promise<void> {
    const result = await this.resultOf(open)
    if (this.stop.signal.aborted) return
    const received = await this.finish({ open, result, at: this.host.now() })
    if (received) await this.host.turns.answerOf(received)
  }

  private async resultOf(open: OpenEffect): Promise<EffectResult> {
    const { perform, onBug } = this.host
    const { bot, contact, effect, begunAt } = open
    if (begunAt !== null && !isRepeatable(effect))
      return { outcome: 'failed', message: 'The engine was stopped while this was under way.' }
    await this.begin(open)
    try {
      return await perform(effect, { bot, contact, signal: this.stop.signal })
    } catch (error) {
      onBug(error)
      return { outcome: 'failed', message: 'The engine could not do this.' }
    }
  }
}

/** Results become inputs, unless nobody waits for them any more. */
async function finishAll(tx: WriteDb, finished: readonly Finished[]): Promise<readonly (Received | null)[]> {
  const closed = await Promise.all(finished.map(({ open }) => closeEffect(tx, open)))
  const arrived = finished.map(({ open: { bot, contact, effect }, result, at }): Arrived => {
    return {
      to: { bot, contact },
      input: { id: `${effect.id}#`, type: 'effect', effect: effect.id, result },
      at,
    }
  })
  const received = await receive(
    tx,
    arrived.filter((_, index) => closed[index]),
  )
  let next = 0
  return closed.map(wasOpen => (wasOpen ? (received[next++] ?? null) : null))
}

/** Asking twice changes nothing. */
function isRepeatable(effect: Effect): boolean {
  return effect.type === 'presence' || (effect.type === 'http' && effect.method === 'GET')
}
