import type { Channel } from '../channels/channel.ts'
import {
  type Attempted,
  afterAttempt,
  type Breaker,
  CLOSED_BREAKER,
  type FailureCode,
  HELD_FOR_MS,
  nextAttemptAt,
} from './attempts.ts'
import type { BotEvent } from './bot-event.ts'
import type { ConversationType } from './payloads.ts'
import { durationOf, type EndpointMood, judgePlayed } from './played-endpoint.ts'
import { route } from './route.ts'
import { type Refusal, type RoutedHappening, type Routing, type Send, UNROUTED } from './routing.ts'
import type { Known, RoutedTo } from './routing-run.ts'
import type { Service } from './service.ts'
import { writeTimestamp } from './timestamp.ts'

/** One line of what a designer sees. `at` is virtual, epoch milliseconds. */
export type SimulatedStep = Readonly<{ at: number }> &
  (
    | Readonly<{ what: 'customer' | 'agent' | 'botSays'; text: string; to: RoutedTo }>
    | Readonly<{
        what: 'attempt'
        number: number
        durationMs: number
        send: Send
        /** Null where it answered as it should. */
        failed: Failed | null
      }>
    | Readonly<{ what: 'givenUp' | 'held' | 'toDesk'; send: Send }>
    | Readonly<{ what: 'botTells'; payload: BotTold }>
    | Readonly<{ what: 'breaker'; state: Breaker['state'] }>
    | Readonly<{ what: 'flag'; flag: Routing['flag'] }>
    | Readonly<{ what: 'opened'; conversation: string; type: ConversationType }>
    | Readonly<{ what: 'closed'; conversation: string }>
    | Readonly<{ what: 'deskFailed' }>
    | Readonly<{ what: 'refused'; why: Refusal }>
    | Readonly<{ what: 'unverified'; failed: Failed }>
  )

export type Failed = Readonly<{ code: FailureCode; message: string }>
/** What the played bot posts to its incoming address, as it is written in docs/integrations.md. */
export type BotTold = Readonly<Record<string, string>>

type Waiting = Readonly<{ send: Send; attempts: number; firstAt: number; dueAt: number; since: number }>

/** Bot endpoint, agent desk and customer played on a clock of their own, with no network (requirements.md IMI-27). */
export type RoutingSimulation = Readonly<{
  service: Service
  asset: string
  channel: Channel
  /** The integration whose endpoint is played; its verification token is `token`. */
  integration: string
  platform: Exclude<Known['platform'], 'engine' | 'ccsp'>
  at: number
  mood: EndpointMood
  desk: 'accepts' | 'fails'
  routing: Routing
  breaker: Breaker
  queue: readonly Waiting[]
  steps: readonly SimulatedStep[]
  /** Ids that were given out. */
  ids: number
}>

type Setup = Pick<RoutingSimulation, 'service' | 'asset' | 'channel' | 'integration' | 'platform'> &
  Readonly<{ startAt: number }>

export function startRouting({ startAt, ...setup }: Setup): RoutingSimulation {
  const at = startAt
  const still = { routing: UNROUTED, breaker: CLOSED_BREAKER, queue: [], steps: [], ids: 0 } as const
  return { ...setup, at, mood: 'answers', desk: 'accepts', ...still }
}

/** What a designer can do in it. */
export type RoutingAct =
  | Readonly<{ act: 'customerSays'; text: string }>
  | Readonly<{ act: 'customerTaps'; payload: string; label: string }>
  | Readonly<{ act: 'agentSays'; text: string }>
  | Readonly<{ act: 'agentCloses' }>
  | Readonly<{ act: 'verify' }>
  | Readonly<{ act: 'bot'; event: BotEvent }>
  | Readonly<{ act: 'endpoint'; mood: EndpointMood }>
  | Readonly<{ act: 'desk'; desk: RoutingSimulation['desk'] }>
  | Readonly<{ act: 'wait'; ms: number }>

/** Lets one thing happen, and all that follows at once. */
export function play(simulation: RoutingSimulation, act: RoutingAct): RoutingSimulation {
  switch (act.act) {
    case 'endpoint':
      return { ...simulation, mood: act.mood }
    case 'desk':
      return { ...simulation, desk: act.desk }
    case 'wait':
      return moveTo(simulation, simulation.at + act.ms)
    case 'verify':
      return verify(simulation)
    default:
      return moveTo(happen(simulation, act), simulation.at)
  }
}

type Social = Extract<
  RoutingAct,
  { act: 'customerSays' | 'customerTaps' | 'agentSays' | 'agentCloses' | 'bot' }
>

function happen(simulation: RoutingSimulation, act: Social): RoutingSimulation {
  const id = `m-${simulation.ids + 1}`
  const next = { ...simulation, ids: simulation.ids + 1 }
  return routeOne(next, happeningOf(next, act, id), { shown: shownOf(next, act) })
}

function happeningOf({ integration, routing }: RoutingSimulation, act: Social, id: string): RoutedHappening {
  const said = { type: 'said', id, kind: 'text', media: '' } as const
  switch (act.act) {
    case 'customerSays':
      return { ...said, text: act.text, postback: null }
    case 'customerTaps':
      return { ...said, kind: 'interactive', text: act.label, postback: act.payload }
    case 'agentSays':
      return { type: 'agentSaid', id, text: act.text }
    case 'agentCloses':
      return { type: 'agentClosed', id }
    case 'bot':
      return {
        type: 'bot',
        id,
        integration,
        conversation: routing.bots[integration]?.conversation ?? '',
        event: act.event,
      }
  }
}

/** What is seen of it before anything follows. */
type Shown =
  | Readonly<{ what: 'customer' | 'agent'; text: string }>
  | Readonly<{ what: 'botTells'; payload: BotTold }>
  | null

function shownOf({ integration, routing, at }: RoutingSimulation, act: Social): Shown {
  if (act.act === 'bot') {
    const conversation = routing.bots[integration]?.conversation ?? ''
    return { what: 'botTells', payload: toldBy(act.event, conversation, at) }
  }
  if (act.act === 'customerSays') return { what: 'customer', text: act.text }
  if (act.act === 'customerTaps') return { what: 'customer', text: act.label }
  return act.act === 'agentSays' ? { what: 'agent', text: act.text } : null
}

const EVENT_IDS = { message: '1001', handover: '1002', close: '1003' } as const satisfies Record<
  BotEvent['type'],
  string
>

function toldBy(event: BotEvent, conversation: string, at: number): BotTold {
  return {
    eventid: EVENT_IDS[event.type],
    conversation_id: conversation,
    ...(event.type === 'message' ? { message: event.text, Messagetype: event.kind, media: event.media } : {}),
    Timestamp: writeTimestamp(at),
    ...event.params,
  }
}

function routeOne(
  simulation: RoutingSimulation,
  happening: RoutedHappening,
  { shown }: Readonly<{ shown: Shown }>,
): RoutingSimulation {
  const { service, asset, channel, at, integration, platform, breaker } = simulation
  let { ids } = simulation
  const routed = route(simulation.routing, happening, {
    service,
    asset,
    channel,
    contact: 'customer',
    locale: 'en',
    variables: {},
    integrations: new Map([[integration, { platform, works: breaker.state === 'active' }]]),
    at,
    newId: () => `c-${++ids}`,
  })
  const { routing, to, refusal, says, opened, closed } = routed
  const steps: SimulatedStep[] = [
    ...(shown ? [shown.what === 'botTells' ? { at, ...shown } : { at, ...shown, to }] : []),
    ...(refusal ? [{ at, what: 'refused', why: refusal } as const] : []),
    ...says.map(({ text }) => ({ at, what: 'botSays', text, to }) as const),
    ...opened.map(({ id, type }) => ({ at, what: 'opened', conversation: id, type }) as const),
    ...closed.map(id => ({ at, what: 'closed', conversation: id }) as const),
    ...(routing.flag === simulation.routing.flag ? [] : [{ at, what: 'flag', flag: routing.flag } as const]),
  ]
  const own = routed.sends.filter(send => send.integration === integration)
  const queue = own.map(send => ({ send, attempts: 0, firstAt: at, dueAt: at, since: at }))
  const next: RoutingSimulation = {
    ...simulation,
    ids,
    routing,
    queue: [...simulation.queue, ...queue],
    steps: [...simulation.steps, ...steps, ...sentSteps(simulation, routed.sends)],
  }
  return routed.handover ? answerDesk(next, routed.handover.conversation) : next
}

/** What goes to an agent desk elsewhere, and what waits because the webhook is inactive. */
function sentSteps(
  { at, integration, breaker }: RoutingSimulation,
  sends: readonly Send[],
): readonly SimulatedStep[] {
  return sends.flatMap((send): SimulatedStep[] => {
    if (!('Conversationid' in send.payload)) return [{ at, what: 'toDesk', send }]
    const isHeld = send.integration === integration && breaker.state !== 'active'
    return isHeld ? [{ at, what: 'held', send }] : []
  })
}

function answerDesk(simulation: RoutingSimulation, conversation: string): RoutingSimulation {
  const accepted = simulation.desk === 'accepts'
  const message = accepted ? '' : 'The handover failed, as the simulation was told.'
  const happening = { type: 'deskAnswered', conversation, accepted, message } as const
  const told: RoutingSimulation = accepted
    ? simulation
    : { ...simulation, steps: [...simulation.steps, { at: simulation.at, what: 'deskFailed' }] }
  return routeOne(told, happening, { shown: null })
}

/** Attempts are made at their times until then; the first in the queue holds those behind it (IMI-14). */
function moveTo(simulation: RoutingSimulation, until: number): RoutingSimulation {
  let moved = simulation
  for (;;) {
    const [head] = moved.queue
    if (!head || head.dueAt > until || moved.breaker.state !== 'active') break
    moved = attempt({ ...moved, at: Math.max(moved.at, head.dueAt) }, head)
  }
  return dropOld({ ...moved, at: Math.max(moved.at, until) })
}

function attempt(simulation: RoutingSimulation, head: Waiting): RoutingSimulation {
  const { mood, platform, breaker, at } = simulation
  const attempted = judgePlayed(mood, platform)
  const number = head.attempts + 1
  const firstAt = number === 1 ? at : head.firstAt
  const again = attempted.ok || attempted.code === 'GONE' ? null : nextAttemptAt(firstAt, number)
  const after = afterAttempt(breaker, attempted, { unit: 'attempt', isLast: again === null })
  const rest = simulation.queue.slice(1)
  const { send } = head
  const durationMs = durationOf(mood)
  const steps: SimulatedStep[] = [
    { at, what: 'attempt', number, durationMs, send, failed: failedOf(attempted) },
  ]
  if (!attempted.ok && again === null) steps.push({ at, what: 'givenUp', send: head.send })
  if (after.state !== breaker.state) steps.push({ at, what: 'breaker', state: after.state })
  const next: RoutingSimulation = {
    ...simulation,
    breaker: after,
    steps: [...simulation.steps, ...steps],
    queue: again === null ? rest : [{ ...head, attempts: number, firstAt, dueAt: again }, ...rest],
  }
  if (attempted.ok || number > 1) return next
  const happening = { type: 'unreached', integration: simulation.integration } as const
  return routeOne(next, happening, { shown: null })
}

function failedOf(attempted: Attempted): Failed | null {
  return attempted.ok ? null : { code: attempted.code, message: attempted.message }
}

/** What is held for an inactive webhook for a day is given up (IMI-18). */
function dropOld(simulation: RoutingSimulation): RoutingSimulation {
  const { breaker, queue, at } = simulation
  const old = breaker.state === 'active' ? [] : queue.filter(({ since }) => at - since > HELD_FOR_MS)
  if (old.length === 0) return simulation
  const steps = old.map(({ send }) => ({ at, what: 'givenUp', send }) as const)
  return {
    ...simulation,
    queue: queue.filter(one => !old.includes(one)),
    steps: [...simulation.steps, ...steps],
  }
}

/** The integration was edited and its webhook verified again: what was held goes out in its order (IMI-18). */
function verify(simulation: RoutingSimulation): RoutingSimulation {
  const { mood, platform, at, steps, queue } = simulation
  const attempted = judgePlayed(mood, platform)
  const failed = failedOf(attempted)
  if (failed) return { ...simulation, steps: [...steps, { at, what: 'unverified', failed }] }
  const waiting = queue.map(one => ({ ...one, attempts: 0, dueAt: at }))
  const step = { at, what: 'breaker', state: 'active' } as const
  return moveTo({ ...simulation, breaker: CLOSED_BREAKER, queue: waiting, steps: [...steps, step] }, at)
}
