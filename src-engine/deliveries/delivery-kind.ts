import type { Delivery } from '../store/deliveries.ts'

/**
 * What became of an attempt. `failed` is tried again after `afterMs`, or after what the kind says, until it says no
 * more; `refused` is given up at once; `held` stays, uncounted, with all that goes to the same target, until the
 * target is released. Errors are for people and hold nothing of what was sent.
 */
export type DeliveryResult =
  | Readonly<{ outcome: 'done' /** What the other side calls it. */; answer?: string }>
  | Readonly<{ outcome: 'failed'; error: string; afterMs?: number }>
  | Readonly<{ outcome: 'refused' | 'held'; error: string }>

/**
 * How one kind of thing is handed over. It happens at least once: after a crash in between nobody knows, so what is
 * sent carries the delivery's id wherever the other side can look at it.
 */
export type DeliveryKind = Readonly<{
  deliver: (delivery: Delivery, signal: AbortSignal) => Promise<DeliveryResult>
  /** Milliseconds to wait after so many failed attempts, from 1; null gives it up. */
  retryAfterMs: (attempts: number) => number | null
  /** It only keeps what came in, which goes on where what is kept of somebody is restricted (requirements.md NHN-144). */
  keeps?: true
}>
