import { setTimeout } from 'node:timers/promises'
import { COUNTING_BOT, countingBot } from '../../../tests/integration/engine/counting-bot.ts'
import { signedCall } from '../../../tests/integration/engine/signed-call.ts'
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../tests/postgres/postgres-server.ts'
import { publish } from '../spawn-engine.ts'
import { compare, sumOf, type Wrong } from './compare.ts'
import { type Drained, drained } from './drained.ts'
import { type Pair, startPair } from './pair.ts'
import { type Counts, expected, MANNERS, write } from './people.ts'
import { openReceiver, type Receiver, SIGNING_SECRET } from './receiver.ts'

const KILL_EVERY_MS = 20_000
const TOLD_EVERY_MS = 10_000

export type Soaked = Counts &
  Receiver['counts'] &
  Wrong &
  Drained &
  Readonly<{ people: number; kills: number; restarts: number }>

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
    // Half of the people are reached message by message, the others in requests that carry several of them.
    const channels = [await addChannel(pair, receiver, false), await addChannel(pair, receiver, true)]
    const counts: Counts = { told: 0, requests: 0, again: 0 }
    let isOver = false
    const host = { urls: pair.urls, isOver: () => isOver, counts }
    const people = MANNERS.flatMap(manner =>
      Array.from({ length: manner.people }, (_, index) => ({ person: `${manner.name}${index}`, manner })),
    )
    const writing = people.map(async ({ person, manner }, index) => ({
      person,
      said: await write(person, manner, { ...host, channel: channels[index % 2] ?? '' }),
    }))
    const telling = setInterval(() => onTold?.(counts, receiver.counts), TOLD_EVERY_MS)
    const troubled = await trouble({ postgres, pair, ms: minutes * 60_000 })
    isOver = true
    const said = await Promise.all(writing)
    const left = await drained(pair.urls)
    clearInterval(telling)
    const wanted = new Map(said.map(one => [one.person, expected(one.person, one.said)]))
    const everybody = new Set([...wanted.keys(), ...receiver.people()])
    const wrong = [...everybody].map(person => compare(wanted.get(person) ?? [], receiver.heardBy(person)))
    return { people: people.length, ...counts, ...receiver.counts, ...troubled, ...left, ...sumOf(wrong) }
  } finally {
    await pair.stop()
    receiver.close()
    await postgres.stop()
  }
}

async function addChannel(pair: Pair, receiver: Receiver, batches: boolean): Promise<string> {
  const url = pair.urls()[0] ?? ''
  const options = { url: `${receiver.url}/parley`, batches }
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
