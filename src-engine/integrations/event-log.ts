import type { z } from 'zod'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { EVENT_STATES, integrationEventsSchema } from '../../src-shared/publish/integration-protocol.ts'
import { replayDeliveries } from '../channels/replay-deliveries.ts'
import type { Engine } from '../engine.ts'
import { type Delivery, deliveriesTo } from '../store/deliveries.ts'
import { attemptsOf, type IntegrationAttempt } from '../store/integration-attempts.ts'
import { findIntegration, targetOf } from '../store/integrations.ts'
import { tellPayload } from './tell.ts'

type Events = z.infer<typeof integrationEventsSchema>
type Look = Readonly<{ before: number; state?: (typeof EVENT_STATES)[number] | undefined }>

/** Events of one answer. */
const PAGE = 50

/** What an integration was told, or is to be told, the newest first, with every attempt; dead letters by their state. */
export async function eventsOf({ db }: Pick<Engine, 'db'>, id: string, look: Look): Promise<Result<Events>> {
  if (!(await findIntegration(db, id))) return fault('integration/not-found')
  const found = await deliveriesTo(db, { ...look, target: targetOf(id), limit: PAGE + 1 })
  const page = found.slice(0, PAGE)
  const attempts = await attemptsOf(
    db,
    page.map(({ seq }) => seq),
  )
  const events = page.map(delivery =>
    eventOf(
      delivery,
      attempts.filter(attempt => attempt.delivery === delivery.seq),
    ),
  )
  return ok({ events, more: found.length > PAGE })
}

function eventOf(delivery: Delivery, attempts: readonly IntegrationAttempt[]): Events['events'][number] {
  const { seq, id, bot, contact, state, error, at, dueAt, doneAt } = delivery
  const { conversation, body } = tellPayload(delivery)
  return {
    seq,
    id,
    conversation,
    bot,
    contact,
    payload: body,
    state,
    error,
    at,
    dueAt,
    doneAt,
    attempts: attempts.map(({ delivery: _, ...attempt }) => attempt),
  }
}

/** Tells events again: these, or all that are dead. Those of other integrations are passed over. */
export async function replayEvents(
  host: Pick<Engine, 'db' | 'deliveries'>,
  id: string,
  seqs: readonly number[] | undefined,
): Promise<Result<Readonly<{ replayed: number }>>> {
  if (!(await findIntegration(host.db, id))) return fault('integration/not-found')
  return ok({ replayed: await replayDeliveries(host, targetOf(id), seqs) })
}
