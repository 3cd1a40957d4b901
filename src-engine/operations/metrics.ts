import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { DoneTurn } from '../conversations/run-turn.ts'
import type { DeliveryState } from '../store/deliveries.ts'
import type { Waiting } from '../store/waiting.ts'

/** What an engine counts of itself for Prometheus; nothing names a contact, and nothing grows with them. */
export type Metrics = Readonly<{
  request: (about: Readonly<{ method: string; route: string; status: number; seconds: number }>) => void
  turns: (done: readonly DoneTurn[]) => void
  delivery: (about: Readonly<{ kind: string; state: DeliveryState }>) => void
  /** A call to a line that is never answered, by what became of it. */
  missedCall: (outcome: string) => void
  /** Something sealed did not open. */
  broken: () => void
  /** The text that is scraped, and its type. */
  text: () => Promise<Readonly<{ text: string; type: string }>>
}>

/** Seconds: a turn takes one or two milliseconds, an upload may take minutes. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

/** Counters of one engine. `waiting` is asked whenever somebody looks. */
export function createMetrics(waiting: () => Promise<Waiting>): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  if (!registry) throw new Error('there is a registry')
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'Requests by route and status, from the first byte to the last',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const turns = new Counter({
    name: 'parley_turns_total',
    help: 'Turns of conversations by what became of them, and whether the bot met an error in them',
    labelNames: ['bot', 'outcome', 'error'],
    registers,
  })
  const deliveries = new Counter({
    name: 'parley_deliveries_total',
    help: 'Attempts to hand something to a channel or an integration, by what became of them',
    labelNames: ['kind', 'state'],
    registers,
  })
  const missedCalls = new Counter({
    name: 'parley_missed_calls_total',
    help: 'Calls to lines that are never answered, by whether a text message went out',
    labelNames: ['outcome'],
    registers,
  })
  const broken = new Counter({
    name: 'parley_broken_seals_total',
    help: 'Reads of something sealed that did not open, because the data were changed by somebody else',
    registers,
  })
  addWaiting(registers, waiting)
  return {
    request: ({ seconds, ...labels }) => requests.observe(labels, seconds),
    turns(done) {
      for (const { inbound, answer, hasFailed } of done)
        turns.inc({ bot: inbound.bot, outcome: answer.outcome, error: String(hasFailed) })
    },
    delivery: labels => deliveries.inc(labels),
    missedCall: outcome => missedCalls.inc({ outcome }),
    broken: () => broken.inc(),
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  }
}

function addWaiting(registers: Registry[], waiting: () => Promise<Waiting>): void {
  new Gauge({
    name: 'parley_waiting',
    help: 'What is in the data and not done yet; deliveries that were given up are counted as dead',
    labelNames: ['what'],
    registers,
    async collect() {
      for (const [what, count] of Object.entries(await waiting())) this.set({ what }, count)
    },
  })
}
