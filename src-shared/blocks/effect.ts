import type { AuthRecord } from '../document/records.ts'
import type { Value } from '../kit/value.ts'

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type HttpMethod = (typeof HTTP_METHODS)[number]

/** Whether a call may be made again: a second one changes nothing more than the first. */
export function isRepeatable(method: HttpMethod): boolean {
  return method === 'GET' || method === 'PUT' || method === 'DELETE'
}

/** Why a person takes over; a handover has exactly one reason (requirements.md NHN-70). */
export const HANDOVER_REASONS = ['asked', 'fallback', 'advice', 'notCovered'] as const
export type HandoverReason = (typeof HANDOVER_REASONS)[number]

/**
 * Something only a host can do (design/runtime.md). The host does each at most once, by its id, and feeds what came
 * of it back as an input of type `effect`. Durations in milliseconds.
 */
export type EffectRequest =
  | Readonly<{
      type: 'http'
      method: HttpMethod
      url: string
      headers: Readonly<Record<string, string>>
      body: string | null
      timeoutMs: number
      /** How often an idempotent call that failed may be made again. */
      retries: number
      /** The host finds the secret by the variable's name; it is never in here. */
      auth: (Omit<AuthRecord, 'id' | 'type' | 'secret'> & Readonly<{ secret: string }>) | null
      /** The answer to give where there is no network, such as in a simulator. */
      mock: Readonly<{ status: number; body: string }> | null
    }>
  /** Is an agent there? requirements.md CM-06. */
  | Readonly<{ type: 'presence'; skill: string | null; timeoutMs: number }>
  /** requirements.md CM-12: what the agent desk is told. */
  | Readonly<{
      type: 'handover'
      reason: HandoverReason
      skill: string | null
      webstore: string | null
      channel: string
      /** What is known of the conversation: names and values, secrets left out. */
      summary: readonly Readonly<{ name: string; value: Value }>[]
      timeoutMs: number
      /** The integration of a desk elsewhere; the engine's own without it. */
      desk?: string
    }>

export type Effect = EffectRequest & Readonly<{ id: string }>

/** What came of an effect. `answered` is an HTTP answer of any status, its body as text. */
export type EffectResult =
  | Readonly<{ outcome: 'answered'; status: number; body: string }>
  | Readonly<{ outcome: 'online' | 'offline' | 'accepted' | 'timeout' }>
  | Readonly<{ outcome: 'failed'; message: string }>

/** requirements.md CM-06, and the default of NHN-26. */
export const EFFECT_TIMEOUT_MS = 5000
