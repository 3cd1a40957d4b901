import { setTimeout } from 'node:timers/promises'
import { COUNTING_BOT, countingBot } from '../../../tests/integration/engine/counting-bot.ts'
import { signedCall } from '../../../tests/integration/engine/signed-call.ts'
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../tests/postgres/postgres-server.ts'
import { publish } from '../spawn-engine.ts'
import { type Pair, startPair } from './pair.ts'
import { type Counts, expected, MANNERS, write } from './people.ts'
import { openReceiver, type Receiver, SIGNING_SECRET } from './receiver.ts'

const KILL_EVERY_MS = 20_000
const POLL_MS = 250
const TOLD_EVERY_MS = 10_000
const DRAIN_MS = 5 * 60_000

type Wrong = Readonly<{ lost: number; doubled: number; outOfOrder: number }>
export type Soaked = Counts &
  Receiver['counts'] &
  Wrong &
  Readonly<{ people: number; kills: number; restarts: number; drainedMs: number }>

/** Called every ten seconds, for people who watch. */
export type Told = (sent: Counts, heard: Receiver['counts']) => void

/**
 * Mixed load on two engines and one PostgreSQL, one engine killed every 20 seconds, the database ended twice, once as a
 * power cut would; then what was said is compared with what the channel was handed.
 */
export async function runSoak(minutes: number, onTold?: Told): Promise<Soaked> {
  const postgres = await startPostgres({ fsync: 'on', autovacuum: 'on' })
  const receiver = await openReceiver()
  const pair = await startPair(await createDatabase(postgres, 'soak'))
  try {
    await publish(pair.urls()[0] ?? '', countingBot())
    const channel = await addChannel(pair, receiver)
    const counts: Counts = { told: 0, requests: 0, again: 0 }
    let isOver = false
    const host = { urls: pair.urls, channel, isOver: () => isOver, counts }
    const people = MANNERS.flatMap(manner =>
      Array.from({ length: manner.people }, (_, index) => ({ person: `${manner.name}${index}`, manner })),
    )
    const writing = people.map(async ({ person, manner }) => ({
      person,
      said: await write(person, manner, host),
    }))
    const telling = setInterval(() => onTold?.(counts, receiver.counts), TOLD_EVERY_MS)
    const troubled = await trouble({ postgres, pair, ms: minutes * 60_000 })
    isOver = true
    const said = await Promise.all(writing)
    const drainedMs = await drained(receiver, said)
    clearInterval(telling)
    const wrong = said.map(one => compare(expected(one.person, one.said), receiver.heardBy(one.person)))
    return { people: people.length, ...counts, ...receiver.counts, ...troubled, drainedMs, ...sumOf(wrong) }
  } finally {
    await pair.stop()
    receiver.close()
    await postgres.stop()
  }
}

async function addChannel(pair: Pair, receiver: Receiver): Promise<string> {
  const url = pair.urls()[0] ?? ''
  const options = { url: `${receiver.url}/parley` }
  const wish = { kind: 'webhook', name: 'Soak', bot: COUNTING_BOT, options }
  const body = { ...wish, secrets: { signingSecret: SIGNING_SECRET } }
  const { json } = await signedCall(url, { path: '/v1/channels', body })
  const verified = await signedCall(url, { method: 'POST', path: `/v1/channels/${json.id}/verify` })
  if (verified.status !== 200) throw new Error(JSON.stringify([json, verified.json]))
  return String(json.id)
}

/** Kills in turns, and ends the database after a third and after two thirds of the time. */
async function trouble({
  postgres,
  pair,
  ms,
}: Readonly<{ postgres: PostgresServer; pair: Pair; ms: number }>): Promise<{
  kills: number
  restarts: number
}> {
  const end = Date.now() + ms
  const killing = async () => {
    let kills = 0
    for (let at = Date.now() + KILL_EVERY_MS; at < end; at += KILL_EVERY_MS) {
      await setTimeout(Math.max(0, at - Date.now()))
      await pair.replace(kills % 2)
      kills += 1
    }
    return kills
  }
  const restarting = async () => {
    for (const signal of ['SIGQUIT', 'SIGINT'] as const) {
      await setTimeout(ms / 3)
      await postgres.restart(signal)
    }
    return 2
  }
  const [kills, restarts] = await Promise.all([killing(), restarting(), setTimeout(ms)])
  return { kills, restarts }
}

/** Waits until everything that is to come has come, five minutes at most; answers how long that took. */
async function drained(
  receiver: Receiver,
  said: readonly Readonly<{ person: string; said: number }>[],
): Promise<number> {
  const all = said.reduce((sum, one) => sum + expected(one.person, one.said).length, 0)
  const begun = Date.now()
  while (receiver.counts.taken < all && Date.now() - begun < DRAIN_MS) await setTimeout(POLL_MS)
  return Date.now() - begun
}

function compare(wanted: readonly string[], heard: readonly string[]): Wrong {
  const left = [...wanted]
  let doubled = 0
  for (const text of heard) {
    const at = left.indexOf(text)
    if (at < 0) doubled += 1
    else left.splice(at, 1)
  }
  const isInOrder = left.length > 0 || doubled > 0 || wanted.every((text, index) => text === heard[index])
  return { lost: left.length, doubled, outOfOrder: isInOrder ? 0 : 1 }
}

function sumOf(all: readonly Wrong[]): Wrong {
  const sum = (of: (one: Wrong) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    lost: sum(one => one.lost),
    doubled: sum(one => one.doubled),
    outOfOrder: sum(one => one.outOfOrder),
  }
}
