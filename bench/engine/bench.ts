import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createDatabase, type PostgresServer, startPostgres } from '../../tests/postgres/postgres-server.ts'
import { installPeers, PEERS } from '../peers/install-peers.ts'
import { machine, median, type Ratio, type Report, type Row, ratio } from '../report.ts'
import { benchBot } from '../runtime/bench-bot.ts'
import { idleGrowth } from './idle-growth.ts'
import { type Load, load, type Sender } from './load.ts'
import { spawnBotOfNodeRed } from './node-red.ts'
import { BOT, channelSender, plainSender, signed } from './senders.ts'
import { addChannel, publish, spawnEngine } from './spawn-engine.ts'
import { type Spawned, spawnServer } from './spawn-server.ts'
import { lateTimers } from './timers.ts'

const ROUNDS = 3
const SECONDS = 4
const WARM_UP_SECONDS = 2
const SHARE_OF_LOAD = 0.8

/** `drained` waits until everything that was answered has been handed over. */
type Subject = Readonly<{
  name: string
  server: Spawned
  newSender: () => Sender
  drained?: () => Promise<void>
}>
type Measured = Readonly<{ name: string; perSecond: number; p99Ms: number }>

/**
 * The engine on SQLite and on PostgreSQL against what is possible (Fastify that echoes; the same with one upsert) and
 * against Node-RED with the same bot; its memory with idle conversations, and its clocks. The databases wait for the
 * disk. Goals: issue 6.
 */
export async function bench(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const postgres = await startPostgres({ fsync: 'on', autovacuum: 'on' })
  const servers: Spawned[] = []
  const spawned = async (starting: Promise<Spawned>) => {
    const server = await starting
    servers.push(server)
    return server
  }
  try {
    const measured = await measure(await subjectsOf(folder, postgres, spawned))
    for (const server of servers.splice(0)) await server.stop()
    const idle = await idleGrowth(join(folder, 'idle'))
    const timers = await lateTimers(join(folder, 'timers'))
    const rows = [...measured.flatMap(rowsOf), ...idle.rows, ...timers.rows]
    const ratios = [...loadRatios(measured), ...idle.ratios, ...timers.ratios]
    return { name: 'engine', machine: machine(), rows, ratios }
  } finally {
    for (const server of servers) await server.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function subjectsOf(
  folder: string,
  postgres: PostgresServer,
  spawned: (starting: Promise<Spawned>) => Promise<Spawned>,
): Promise<readonly Subject[]> {
  const echo = (env?: Record<string, string>) => spawned(spawnServer(['bench/engine/servers/echo.ts'], env))
  const engine = async (env: Record<string, string>) => {
    const server = await spawned(spawnEngine(env))
    await publish(server.url, benchBot(0))
    const system = await spawned(spawnServer(['bench/engine/servers/loopback.ts']))
    const channel = await addChannel(server.url, BOT, system.url)
    const drained = () => quiet(server.url)
    return { server, newSender: () => channelSender(channel), drained }
  }
  const red = installPeers() ? join(PEERS, 'node_modules/node-red/red.js') : null
  return [
    { name: 'Fastify, echo', server: await echo(), newSender: plainSender },
    {
      name: 'Fastify, one upsert on PostgreSQL',
      server: await echo({ DATABASE_URL: await createDatabase(postgres, 'upsert') }),
      newSender: plainSender,
    },
    {
      name: 'Parley on SQLite',
      ...(await engine({ PARLEY_ENGINE_DATA: join(folder, 'sqlite') })),
    },
    {
      name: 'Parley on PostgreSQL',
      ...(await engine({ DATABASE_URL: await createDatabase(postgres, 'engine') })),
    },
    ...(red
      ? [
          {
            name: 'Node-RED',
            server: await spawned(spawnBotOfNodeRed(red)),
            newSender: () => plainSender('/turn'),
          },
        ]
      : []),
  ]
}

/** When an engine has nothing left to answer or to hand over. */
async function quiet(url: string): Promise<void> {
  for (;;) {
    const figures = await (await fetch(`${url}/v1/metrics`, { headers: signed('') })).text()
    if (/what="inputs"} 0\n/.test(figures) && /what="deliveries"} 0\n/.test(figures)) return
    await setTimeout(20)
  }
}

async function measure(subjects: readonly Subject[]): Promise<readonly Measured[]> {
  const rounds: Load[][] = subjects.map(() => [])
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [index, { server, newSender, drained }] of subjects.entries()) {
      const seconds = round < 0 ? WARM_UP_SECONDS : SECONDS
      const begun = performance.now()
      const done = await load(server.url, newSender, { seconds })
      await drained?.()
      // What was taken and not handed over yet is part of the work.
      const perSecond = drained ? (done.requests * 1000) / (performance.now() - begun) : done.perSecond
      if (round >= 0) rounds[index]?.push({ ...done, perSecond })
    }
  const measured: Measured[] = []
  for (const [index, { name, server, newSender, drained }] of subjects.entries()) {
    const perSecond = median((rounds[index] ?? []).map(done => done.perSecond))
    const rate = Math.round(perSecond * SHARE_OF_LOAD)
    const { p99Ms } = await load(server.url, newSender, { seconds: SECONDS, rate })
    await drained?.()
    measured.push({ name, perSecond, p99Ms })
  }
  return measured
}

function rowsOf({ name, perSecond, p99Ms }: Measured): readonly Row[] {
  return [
    { subject: name, metric: 'answered', value: perSecond, unit: '/s' },
    { subject: name, metric: 'p99 at 80 % of that', value: p99Ms, unit: 'ms' },
  ]
}

function loadRatios(measured: readonly Measured[]): readonly Ratio[] {
  const [echo, upsert, sqlite, postgres, red] = measured
  if (!echo || !upsert || !sqlite || !postgres) return []
  return [
    ratio('SQLite against the echo', sqlite.perSecond / echo.perSecond, 'higher', 0.5),
    ratio('PostgreSQL against the upsert', postgres.perSecond / upsert.perSecond, 'higher', 0.7),
    ratio('SQLite, p99 against the echo', sqlite.p99Ms / echo.p99Ms, 'lower', 5),
    ratio('PostgreSQL, p99 against the upsert', postgres.p99Ms / upsert.p99Ms, 'lower', 5),
    ...(red ? [ratio('SQLite against Node-RED', sqlite.perSecond / red.perSecond, 'higher', 3)] : []),
  ]
}
