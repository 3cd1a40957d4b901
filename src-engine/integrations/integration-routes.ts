import { z } from 'zod'
import { integrationIdSchema } from '../../src-shared/integrations/service.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  addedIntegrationSchema,
  EVENT_STATES,
  goneSchema,
  type IntegrationView,
  incomingAddressSchema,
  integrationChangeSchema,
  integrationEventsSchema,
  integrationListSchema,
  integrationProofSchema,
  integrationSchema,
  newIntegrationSchema,
  replayEventsSchema,
  replayedEventsSchema,
  verifyIntegrationSchema,
} from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { findIntegration, type Integration, listIntegrations } from '../store/integrations.ts'
import { eventsOf, replayEvents } from './event-log.ts'
import { incomingUrlOf, viewOf, viewsOf } from './integration-view.ts'
import {
  addIntegration,
  changeIntegration,
  pauseIntegration,
  removeIntegration,
  renewAddress,
  verifyIntegration,
} from './manage-integrations.ts'

type Host = Engine & Readonly<{ timeoutMs: number }>

const ALL = '/v1/integrations'
const ONE = '/v1/integrations/:integration'
const of = { tag: 'integrations', scope: 'integrations' } as const
const one = { ...of, params: z.object({ integration: integrationIdSchema }) }
const shown = { 200: json(integrationSchema, 'How it is now') }

/** Bots and desks elsewhere (src-shared/publish/integration-protocol.ts). */
export function addIntegrationRoutes(api: Api, host: Host): void {
  addListing(api, host)
  addSaving(api, host)
  addSwitches(api, host)
  addEvents(api, host)
}

function addListing(api: Api, { db }: Host): void {
  addRoute(api, {
    ...of,
    method: 'GET',
    path: ALL,
    summary: 'All integrations',
    answers: { 200: json(integrationListSchema, 'How each is now') },
    handler: async () => ok({ integrations: [...(await viewsOf(db, await listIntegrations(db)))] }),
  })
  addRoute(api, {
    ...one,
    method: 'GET',
    path: ONE,
    summary: 'An integration',
    answers: shown,
    refuses: ['integration/not-found'],
    async handler({ params }) {
      const known = await findIntegration(db, params.integration)
      return known ? ok(await viewOf(db, known)) : fault('integration/not-found')
    },
  })
}

function addSaving(api: Api, host: Host): void {
  const { db, now } = host
  addRoute(api, {
    ...of,
    method: 'POST',
    path: `${ALL}/verify`,
    summary: 'Try a connection',
    body: verifyIntegrationSchema,
    answers: { 200: json(integrationProofSchema, 'The proof to save exactly these values with') },
    refuses: ['integration/refused', 'integration/not-found', 'bot/not-found'],
    handler: ({ body }) => verifyIntegration(host, body),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: ALL,
    summary: 'Save an integration whose values were verified',
    body: newIntegrationSchema,
    answers: { 201: json(addedIntegrationSchema, 'It, with its incoming address this once') },
    refuses: ['integration/not-verified', 'integration/name-taken'],
    async handler({ body, key }) {
      const added = await addIntegration(host, body, { key, at: now() })
      if (!added.ok) return added
      const { integration, incoming } = added.value
      return ok({
        ...(await viewOf(db, integration)),
        incomingUrl: incomingUrlOf(host, integration, incoming),
      })
    },
  })
  addRoute(api, {
    ...one,
    method: 'PUT',
    path: ONE,
    summary: 'Change an integration; a verified connection makes it active again',
    body: integrationChangeSchema,
    answers: shown,
    refuses: ['integration/not-found', 'integration/not-verified', 'integration/name-taken'],
    async handler({ params, body, key }) {
      return view(host, await changeIntegration(host, params.integration, body, { key, at: now() }))
    },
  })
  addRoute(api, {
    ...one,
    method: 'DELETE',
    path: ONE,
    summary: 'Remove an integration no service uses',
    answers: { 200: json(goneSchema, 'It is gone') },
    refuses: ['integration/not-found', 'integration/in-use'],
    handler: ({ params, key }) => removeIntegration(host, params.integration, { key, at: now() }),
  })
}

function addSwitches(api: Api, host: Host): void {
  const { now } = host
  for (const [word, isPaused] of [
    ['pause', true],
    ['resume', false],
  ] as const)
    addRoute(api, {
      ...one,
      method: 'POST',
      path: `${ONE}/${word}`,
      summary: isPaused ? 'Hold everything for an integration' : 'Let what was held go out',
      answers: shown,
      refuses: ['integration/not-found', 'integration/not-verified'],
      async handler({ params, key }) {
        return view(host, await pauseIntegration(host, params.integration, isPaused, { key, at: now() }))
      },
    })
  addRoute(api, {
    ...one,
    method: 'POST',
    path: `${ONE}/address`,
    summary: 'Give an integration another incoming address; the old one ends',
    answers: { 200: json(incomingAddressSchema, 'The address, this once') },
    refuses: ['integration/not-found'],
    async handler({ params, key }) {
      const renewed = await renewAddress(host, params.integration, { key, at: now() })
      if (!renewed.ok) return renewed
      const { integration, incoming } = renewed.value
      return ok({ incomingUrl: incomingUrlOf(host, integration, incoming) })
    },
  })
}

const eventQuery = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
  state: z.enum(EVENT_STATES).optional(),
})

function addEvents(api: Api, host: Host): void {
  addRoute(api, {
    ...one,
    method: 'GET',
    path: `${ONE}/events`,
    summary: 'What an integration was told, with every attempt; dead letters have the state `dead`',
    query: eventQuery,
    answers: { 200: json(integrationEventsSchema, 'The newest first') },
    refuses: ['integration/not-found'],
    handler: ({ params, query }) => eventsOf(host, params.integration, query),
  })
  addRoute(api, {
    ...one,
    method: 'POST',
    path: `${ONE}/replay`,
    summary: 'Tell some events again',
    body: replayEventsSchema,
    answers: { 200: json(replayedEventsSchema, 'How many of them') },
    refuses: ['integration/not-found'],
    handler: ({ params, body }) => replayEvents(host, params.integration, body.events),
  })
}

async function view({ db }: Host, changed: Result<Integration>): Promise<Result<IntegrationView>> {
  return changed.ok ? ok(await viewOf(db, changed.value)) : changed
}
