import { z } from 'zod'
import { afterAttempt, nextAttemptAt } from '../../src-shared/integrations/attempts.ts'
import type { DeliveryKind, DeliveryResult } from '../deliveries/delivery-kind.ts'
import type { Engine } from '../engine.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { WriteDb } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'
import { firstAttemptAt, keepAttempt } from '../store/integration-attempts.ts'
import { findIntegration, type Integration, integrationName, saveBreaker } from '../store/integrations.ts'
import { type Called, callWebhook } from './call-webhook.ts'
import { expiryOf } from './expire-held.ts'
import { openSecrets } from './secrets.ts'

const payloadSchema = z.object({
  integration: z.string(),
  conversation: z.string(),
  patience: z.boolean(),
  body: z.looseObject({}),
})
export type TellPayload = z.infer<typeof payloadSchema>

export function tellPayload({ payload }: Delivery): TellPayload {
  return payloadSchema.parse(payload)
}

type Host = Pick<Engine, 'db' | 'seal' | 'effects' | 'now' | 'take' | 'turns' | 'deliveries'> &
  Readonly<{ timeoutMs: number }>

/** Tells bots and desks elsewhere what happened, as often and as long as they may be told (IMI-17, IMI-18). */
export function tellKind(host: Host): DeliveryKind {
  return {
    deliver: (delivery, signal) => tell(host, delivery, signal),
    // When it is tried again is told with the result, because it counts from the first attempt.
    retryAfterMs: attempts => (nextAttemptAt(0, attempts) === null ? null : 0),
  }
}

async function tell(host: Host, delivery: Delivery, signal: AbortSignal): Promise<DeliveryResult> {
  const { db, effects, now, timeoutMs } = host
  const { integration: id, conversation, body } = tellPayload(delivery)
  const integration = await findIntegration(db, id)
  if (!integration) return REMOVED
  if (integration.state !== 'active') return held(integration)
  const began = now()
  const { platform, url } = integration
  const called = await callWebhook(
    { allowPrivate: effects.allowPrivate, timeoutMs, now, signal },
    {
      platform,
      url: platform === 'ccsp' ? `${url.replace(/\/+$/, '')}/messages` : url,
      secrets: openSecrets(host, integration, began),
      id: delivery.id,
      body,
    },
  )
  // Ended in the middle of it: nobody knows, and it is told again.
  if (signal.aborted) return { outcome: 'failed', error: 'The engine was stopped.' }
  const result = await settle(host, { delivery, integration, called, began })
  if (!called.attempted.ok && delivery.attempts === 0)
    await askForPatience(host, delivery, { id, conversation })
  return result
}

function held({ state }: Integration): DeliveryResult {
  const error =
    state === 'paused' ? 'The integration is paused.' : 'The webhook is inactive until it is verified.'
  return { outcome: 'held', error }
}

type Settling = Readonly<{ delivery: Delivery; integration: Integration; called: Called; began: number }>
type Settled = Readonly<{ result: DeliveryResult; opened: boolean; failures: number }>

async function settle(host: Host, settling: Settling): Promise<DeliveryResult> {
  const { integration, called } = settling
  const { result, opened, failures } = await host.db.atomically(tx => settleIn(host, tx, settling))
  if (opened && !called.attempted.ok)
    await noteInactive(host, integration, { failures, error: called.attempted.message })
  return result
}

async function settleIn(
  { now, deliveries }: Host,
  tx: WriteDb,
  { delivery, integration: { id }, called, began }: Settling,
): Promise<Settled> {
  const { attempted, ...answered } = called
  const number = delivery.attempts + 1
  await tx.lock([integrationName(id)])
  const integration = await findIntegration(tx, id)
  if (!integration) return { result: REMOVED, opened: false, failures: 0 }
  const outcome = attempted.ok ? 'OK' : attempted.code
  await keepAttempt(tx, { delivery: delivery.seq, number, at: began, outcome, ...answered })
  const firstAt = number === 1 ? began : ((await firstAttemptAt(tx, delivery.seq)) ?? began)
  const againAt = outcome === 'OK' || outcome === 'GONE' ? null : nextAttemptAt(firstAt, number)
  const unit = integration.failureUnit
  const after = afterAttempt(integration, attempted, { unit, isLast: againAt === null })
  await saveBreaker(tx, id, { ...after, error: attempted.ok ? null : attempted.message, at: now() })
  const opened = integration.state === 'active' && after.state === 'inactive'
  if (opened) await deliveries.ask(tx, [expiryOf(id, now())])
  const { failures } = after
  if (attempted.ok) return { result: { outcome: 'done' }, opened, failures }
  const error = attempted.message
  if (outcome === 'GONE') return { result: { outcome: 'refused', error }, opened, failures }
  if (opened && againAt !== null) return { result: { outcome: 'held', error }, opened, failures }
  const afterMs = againAt === null ? 0 : Math.max(0, againAt - now())
  return { result: { outcome: 'failed', error, afterMs }, opened, failures }
}

const REMOVED = { outcome: 'refused', error: 'The integration was removed.' } as const

async function noteInactive(
  { db, now }: Host,
  { id, name }: Integration,
  why: Readonly<{ failures: number; error: string }>,
): Promise<void> {
  const detail = { integration: id, name, ...why }
  await db.atomically(async tx => {
    await tx.lock([AUDIT])
    await appendAudit(tx, {
      at: now(),
      key: '',
      action: 'integration.inactive',
      bot: '',
      version: '',
      detail,
    })
  })
}

async function askForPatience(
  { take, turns, now }: Host,
  delivery: Delivery,
  { id: integration, conversation }: Readonly<{ id: string; conversation: string }>,
): Promise<void> {
  if (!tellPayload(delivery).patience) return
  const { bot, contact } = delivery
  const event = { type: 'unreached' } as const
  const input = { id: `unreached/${delivery.id}`, type: 'outside', integration, conversation, event } as const
  const received = await take({ to: { bot, contact }, input, at: now() })
  if (received) await turns.answerOf(received)
}
