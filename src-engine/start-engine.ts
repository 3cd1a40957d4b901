import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { DueTimes } from './conversations/due-times.ts'
import { EffectRunner, type Perform } from './conversations/effect-runner.ts'
import { LocalWakeUps } from './conversations/local-wake-ups.ts'
import { ScheduleClock } from './conversations/schedule-clock.ts'
import type { SharedHost } from './conversations/shared-wake-ups.ts'
import type { TakeTurn } from './conversations/take-turn.ts'
import { TurnQueue } from './conversations/turn-queue.ts'
import type { WakeUps } from './conversations/wake-ups.ts'
import { DeliveryRunner } from './deliveries/delivery-runner.ts'
import { ownDesk } from './desk/perform-in-desk.ts'
import { type EffectConfig, NOTHING_CONFIGURED } from './effects/effect-config.ts'
import { createPerformer } from './effects/perform.ts'
import type { Engine } from './engine.ts'
import { buildServer } from './http/build-server.ts'
import { closesGracefully } from './http/closes-gracefully.ts'
import { deskElsewhere } from './integrations/desk-elsewhere.ts'
import { KeyRing } from './keys/key-ring.ts'
import { createMetrics } from './operations/metrics.ts'
import type { EnginePart, MakePart } from './part.ts'
import { PARTS } from './parts.ts'
import { ProgramCache } from './program-cache.ts'
import { StageWatch } from './publishing/stage-watch.ts'
import { findSealKeys } from './seal-keys.ts'
import type { SigningKeys } from './signing-keys.ts'
import { StartFault } from './start-fault.ts'
import type { EngineDb, WriteDb } from './store/db.ts'
import { type Inbound, receiveKnown } from './store/inbound.ts'
import { lastMessages } from './store/messages.ts'
import { openStore } from './store/open-store.ts'
import { createSealer, type Sealer, type SealKeys } from './store/seal.ts'
import { countWaiting } from './store/waiting.ts'

export type EngineOptions = Readonly<{
  /** Where the data file is; made if it is not there, and not looked at with a database. */
  dataFolder: string
  /** The PostgreSQL database that keeps the data instead, with other processes. */
  databaseUrl?: string | null
  /** The first keys, which may do everything. */
  keys: SigningKeys
  /** What seals secrets in the data; without it a key is made in the data folder, and a database is refused. */
  sealKeys?: SealKeys | null
  /** 127.0.0.1 unless given: reachable from this machine only. */
  host?: string
  /** 0 or absent takes any free one. */
  port?: number
  /** What bots see as ID_CONTA_KAROO. */
  account?: string
  /** Where people reach the engine when that is not where it listens, such as behind a proxy. */
  publicUrl?: string
  /** Addresses and ranges of proxies in front, whose X-Forwarded-For is believed; none unless given. */
  proxies?: readonly string[]
  /** Lines of JSON on standard error. */
  logLevel?: 'silent' | 'error' | 'info' | 'debug'
  /** Whether schedule entries begin conversations; yes unless said otherwise. */
  schedules?: boolean
  now?: () => number
  random?: () => number
  /** What API calls and the agent desk need; without it none of them is set up. */
  effects?: EffectConfig
  /** Spoken to in place of Meta's addresses. */
  metaUrl?: string | null
  /** Does what bots ask the world for, in place of src-engine/effects. */
  perform?: Perform
  /** What the engine does besides answering; all there is (parts.ts) unless given. */
  parts?: readonly MakePart[]
  /** Is given the HTTP server before it has routes: tests look at every answer. */
  observe?: (app: FastifyInstance) => void
}>

export type RunningEngine = Readonly<{
  url: string
  /** Lets everything happen that is due by the clock, and waits until nothing is under way. */
  settle(): Promise<void>
  close(): Promise<void>
}>

/** Starts an engine and answers what waited since the last one ended; throws a StartFault that says what to do. */
export async function startEngine(options: EngineOptions): Promise<RunningEngine> {
  const sealKeys = findSealKeys(options)
  if (!sealKeys.ok) throw new StartFault(sealKeys)
  const store = await openStore(options)
  if (!store.ok) throw new StartFault(store)
  try {
    return await serve(options, store.value, createSealer(sealKeys.value))
  } catch (error) {
    await store.value.close()
    throw error
  }
}

async function serve(options: EngineOptions, db: EngineDb, seal: Sealer): Promise<RunningEngine> {
  const { now = Date.now, random = Math.random, account = 'local', host = '127.0.0.1', port = 0 } = options
  const log = pino({ level: options.logLevel ?? 'error', base: null, redact: REDACTED }, pino.destination(2))
  const onBug = (error: unknown) => log.error({ err: error }, 'a turn failed')
  const programs = new ProgramCache()
  const turnHost = { db, programs, account, random, newId: randomUUID, onBug }
  const turns = new TurnQueue({
    ...turnHost,
    takes: (tx, inputs) => takerOf(parts, tx, inputs),
    inTurns: async (tx, done) => {
      const asked = await Promise.all(parts.map(part => part.deliveriesOf?.(tx, done) ?? []))
      const noted = parts.map(part => part.inTurns?.(tx, done))
      await Promise.all([wakeUps.inTurns(tx, done), deliveries.ask(tx, asked.flat()), ...noted])
    },
    onTurns(done) {
      wakeUps.onTurns(done)
      stages.onTurns(done)
    },
  })
  const common = { db, turns, now, onBug }
  const stages = new StageWatch(common)
  const effects = new EffectRunner({
    ...common,
    perform: options.perform ?? performerOf(options, { db, seal, now }),
  })
  const metrics = createMetrics(() => countWaiting(db))
  const deliveries = new DeliveryRunner({
    db,
    kinds: () => kinds,
    onSettled: metrics.delivery,
    now,
    onBug,
  })
  const times = new DueTimes(common)
  const schedules = new ScheduleClock({ ...common, programs })
  const clocks = {
    ...common,
    effects,
    deliveries,
    times,
    schedules: options.schedules === false ? null : schedules,
  }
  const wakeUps = options.databaseUrl
    ? await sharedWakeUps({ ...clocks, databaseUrl: options.databaseUrl })
    : new LocalWakeUps(clocks)
  let url = ''
  const publicUrl = () => options.publicUrl ?? url
  const keys = new KeyRing({ db, seal, keys: options.keys, now })
  const engine = {
    db,
    seal,
    keys,
    programs,
    take: db.grouped(receiveKnown),
    turns,
    deliveries,
    metrics,
    effects: options.effects ?? NOTHING_CONFIGURED,
    metaUrl: options.metaUrl ?? null,
    account,
    now,
    onBug,
    publicUrl,
  }
  const parts = (options.parts ?? PARTS).map(make => make(engine))
  const kinds = new Map(parts.flatMap(part => Object.entries(part.deliveries ?? {})))
  const app = buildServer({
    engine,
    parts,
    log,
    proxies: options.proxies ?? [],
    ...(options.observe ? { observe: options.observe } : {}),
  })
  const closeServer = closesGracefully(app)
  try {
    await turns.drain()
    await stages.start()
    await wakeUps.start()
    url = await app.listen({ host, port })
  } catch (error) {
    await wakeUps.close()
    throw StartFault.of(error, `${host}:${port}`)
  }
  let closing: Promise<void> | null = null
  const close = async () => {
    for (const part of parts) part.close?.()
    await closeServer()
    await wakeUps.close()
    await turns.quiet()
    await stages.idle()
    await db.close()
  }
  return {
    url,
    async settle() {
      if (options.schedules !== false) await schedules.ring()
      await times.ring()
      await deliveries.ring()
      do {
        await turns.quiet()
        await wakeUps.idle()
        // What was handed over or fetched may have been something to answer.
      } while (!turns.isQuiet)
      await stages.idle()
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** The first part that makes a turn makes it. */
async function takerOf(
  parts: readonly EnginePart[],
  tx: WriteDb,
  inputs: readonly Inbound[],
): Promise<TakeTurn> {
  const takers = (await Promise.all(parts.map(part => part.takes?.(tx, inputs) ?? null))).filter(
    taker => taker !== null,
  )
  return async (standing, inbound) => {
    for (const take of takers) {
      const turn = await take(standing, inbound)
      if (turn) return turn
    }
    return null
  }
}

async function sharedWakeUps(host: SharedHost): Promise<WakeUps> {
  const { SharedWakeUps } = await import('./conversations/shared-wake-ups.ts')
  return new SharedWakeUps(host)
}

/** Nothing of these is logged on purpose; this is the second lock. */
const REDACTED = ['req.headers', 'headers', '*.secret', '*.secrets', '*.text', '*.body', '*.contact']

function performerOf(
  { effects = NOTHING_CONFIGURED }: EngineOptions,
  host: Pick<Engine, 'db' | 'seal' | 'now'>,
): Perform {
  const { db, now } = host
  const elsewhere = (integration: string) => deskElsewhere({ ...host, effects }, integration)
  const transcript = (bot: string, contact: string) => lastMessages(db, bot, contact, DESK_TRANSCRIPT)
  return createPerformer({
    ...effects,
    ownDesk: ownDesk({ db, now }),
    deskElsewhere: elsewhere,
    now,
    transcript,
  })
}

/** Messages an agent is given to read when taking over. */
const DESK_TRANSCRIPT = 100
