import type { Channel } from '../channels/channel.ts'
import { afterAttempt, type Breaker, CLOSED_BREAKER, HELD_FOR_MS, nextAttemptAt } from './attempts.ts'
import type { BotEvent } from './bot-event.ts'
import { durationOf, type EndpointMood, judgePlayed } from './played-endpoint.ts'
import { route } from './route.ts'
import { type RoutedHappening, type Routing, type Send, UNROUTED } from './routing.ts'
import type { Known, RoutedTo } from './routing-run.ts'
import type { Service } from './service.ts'

/** One line of what a designer sees. `at` is virtual, epoch milliseconds. */
export type SimulatedStep = Readonly<{ at: number }> &
  (
    | Readonly<{ what: 'customer' | 'agent' | 'botSays'; text: string; to: RoutedTo }>
    | Readonly<{
        what: 'attempt'
        number: number
        durationMs: number
        send: Send
        ok: boolean
        message: string
      }>
    | Readonly<{ what: 'givenUp' | 'held'; send: Send }>
    | Readonly<{ what: 'breaker'; state: Breaker['state'] }>
    | Readonly<{ what: 'flag'; flag: Routing['flag'] }>
    | Readonly<{ what: 'opened' | 'closed'; conversation: string }>
    | Readonly<{ what: 'refused'; why: string }>
  )

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
  return routeOne(next, happeningOf(next, act, id), { shown: shownOf(act) })
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

type Shown = Readonly<{ what: 'customer' | 'agent'; text: string }> | null

function shownOf(act: Social): Shown {
  if (act.act === 'customerSays') return { what: 'customer', text: act.text }
  if (act.act === 'customerTaps') return { what: 'customer', text: act.label }
  return act.act === 'agentSays' ? { what: 'agent', text: act.text } : null
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
    ...(shown ? [{ at, ...shown, to }] : []),
    ...(refusal ? [{ at, what: 'refused', why: refusal } as const] : []),
    ...says.map(({ text }) => ({ at, what: 'botSays', text, to }) as const),
    ...opened.map(({ id }) => ({ at, what: 'opened', conversation: id }) as const),
    ...closed.map(id => ({ at, what: 'closed', conversation: id }) as const),
    ...(routing.flag === simulation.routing.flag ? [] : [{ at, what: 'flag', flag: routing.flag } as const]),
  ]
  const queue = routed.sends
    .filter(send => send.integration === integration)
    .map(send => ({ send, attempts: 0, firstAt: at, dueAt: at, since: at }))
  const next: RoutingSimulation = {
    ...simulation,
    ids,
    routing,
    queue: [...simulation.queue, ...queue],
    steps: [...simulation.steps, ...steps],
  }
  return routed.handover ? answerDesk(next, routed.handover.conversation) : next
}

function answerDesk(simulation: RoutingSimulation, conversation: string): RoutingSimulation {
  const accepted = simulation.desk === 'accepts'
  const message = accepted ? '' : 'The handover failed, as the simulation was told.'
  const happening = { type: 'deskAnswered', conversation, accepted, message } as const
  return routeOne(simulation, happening, { shown: null })
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
  const message = attempted.ok ? '' : attempted.message
  const { send } = head
  const durationMs = durationOf(mood)
  const steps: SimulatedStep[] = [
    { at, what: 'attempt', number, durationMs, send, ok: attempted.ok, message },
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
  if (!attempted.ok)
    return { ...simulation, steps: [...steps, { at, what: 'refused', why: attempted.message }] }
  const waiting = queue.map(one => ({ ...one, attempts: 0, dueAt: at }))
  const step = { at, what: 'breaker', state: 'active' } as const
  return moveTo({ ...simulation, breaker: CLOSED_BREAKER, queue: waiting, steps: [...steps, step] }, at)
}
