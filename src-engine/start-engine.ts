import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { DueTimes } from './conversations/due-times.ts'
import { EffectRunner, type Perform } from './conversations/effect-runner.ts'
import { LocalWakeUps } from './conversations/local-wake-ups.ts'
import { ScheduleClock } from './conversations/schedule-clock.ts'
import { TurnQueue } from './conversations/turn-queue.ts'
import type { Clocks, WakeUps } from './conversations/wake-ups.ts'
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
import type { MakePart } from './part.ts'
import { PARTS } from './parts.ts'
import { PartsTogether } from './parts-together.ts'
import { ProgramCache } from './program-cache.ts'
import { StageWatch } from './publishing/stage-watch.ts'
import { resealSecrets } from './reseal-secrets.ts'
import { findSealKeys } from './seal-keys.ts'
import type { SigningKeys } from './signing-keys.ts'
import { StartFault } from './start-fault.ts'
import type { EngineDb } from './store/db.ts'
import { receiveKnown } from './store/inbound.ts'
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
  /** Spoken to in place of Twilio's. */
  twilioUrl?: string | null
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
  const seal = createSealer(sealKeys.value)
  const store = await openStore(options, seal)
  if (!store.ok) throw new StartFault(store)
  try {
    return await serve(options, store.value, seal)
  } catch (error) {
    await store.value.close()
    throw error
  }
}

async function serve(options: EngineOptions, db: EngineDb, seal: Sealer): Promise<RunningEngine> {
  const { now = Date.now, random = Math.random, account = 'local', host = '127.0.0.1', port = 0 } = options
  const log = pino({ level: options.logLevel ?? 'error', base: null, redact: REDACTED }, pino.destination(2))
  const onBug = (error: unknown) => log.error({ err: error }, 'a turn failed')
  await sealAnew(db, seal, log)
  const metrics = createMetrics(() => countWaiting(db))
  db.vault.onBroken = error => {
    metrics.broken()
    log.error({ err: error }, 'engine-data/sealed')
  }
  const programs = new ProgramCache()
  const turns = new TurnQueue({
    ...{ db, programs, account, random, newId: randomUUID, onBug },
    takes: (tx, inputs) => parts.takes(tx, inputs),
    async inTurns(tx, done) {
      const asked = await parts.deliveriesOf(tx, done)
      await Promise.all([wakeUps.inTurns(tx, done), deliveries.ask(tx, asked), parts.inTurns(tx, done)])
    },
    onTurns(done) {
      wakeUps.onTurns(done)
      stages.onTurns(done)
    },
  })
  const common = { db, turns, now, onBug }
  const stages = new StageWatch(common)
  const deliveries = new DeliveryRunner({
    ...{ ...common, kinds: () => parts.kinds, onSettled: metrics.delivery },
    ofEnded: (tx, ended) => parts.deliveriesOfEnded(tx, ended),
  })
  const clocks = clocksOf(options, { ...common, seal, programs, deliveries })
  const wakeUps = await wakeUpsOf(options, clocks, now)
  let url = ''
  const { effects = NOTHING_CONFIGURED, metaUrl = null, twilioUrl = null } = options
  const { proxies = [], observe = () => {} } = options
  const engine: Engine = {
    ...{ db, seal, programs, turns, deliveries, metrics, effects, metaUrl, twilioUrl, account, now, onBug },
    keys: new KeyRing({ db, seal, keys: options.keys, now }),
    take: db.grouped(receiveKnown),
    publicUrl: () => options.publicUrl ?? url,
  }
  const parts = new PartsTogether((options.parts ?? PARTS).map(make => make(engine)))
  const app = buildServer({ engine, parts: parts.all, log, proxies, observe })
  const closeServer = closesGracefully(app)
  try {
    await turns.drain()
    await stages.start()
    await wakeUps.start()
    url = await app.listen({ host, port })
  } catch (error) {
    parts.close()
    await wakeUps.close()
    throw StartFault.of(error, `${host}:${port}`)
  }
  return running(url, { ...clocks, parts, stages, wakeUps, closeServer })
}

/** After a new seal key was put in front. */
async function sealAnew(db: EngineDb, seal: Sealer, log: Logger): Promise<void> {
  const { count, unreadable } = await resealSecrets(db, seal)
  if (count > 0) log.info({ count }, 'secrets were sealed anew with the first seal key')
  if (unreadable.length > 0) log.error({ unreadable }, 'secrets do not open with any seal key')
}

type Common = Pick<Clocks, 'db' | 'turns' | 'deliveries' | 'onBug'> &
  Pick<Engine, 'seal' | 'programs' | 'now'>

/** What happens without anybody asking. */
function clocksOf(options: EngineOptions, host: Common): Clocks {
  const effects = new EffectRunner({ ...host, perform: options.perform ?? performerOf(options, host) })
  const schedules = options.schedules === false ? null : new ScheduleClock(host)
  const { db, turns, deliveries, onBug } = host
  return { db, turns, deliveries, onBug, effects, times: new DueTimes(host), schedules }
}

async function wakeUpsOf(
  { databaseUrl }: EngineOptions,
  clocks: Clocks,
  now: () => number,
): Promise<WakeUps> {
  if (!databaseUrl) return new LocalWakeUps(clocks)
  // What only PostgreSQL needs is not loaded without it.
  const { SharedWakeUps } = await import('./conversations/shared-wake-ups.ts')
  return new SharedWakeUps({ ...clocks, databaseUrl, now })
}

type Everything = Clocks &
  Readonly<{
    parts: PartsTogether
    stages: StageWatch
    wakeUps: WakeUps
    closeServer: () => Promise<void>
  }>

function running(url: string, everything: Everything): RunningEngine {
  const { db, turns, deliveries, times, schedules, parts, stages, wakeUps, closeServer } = everything
  const close = async () => {
    parts.close()
    await closeServer()
    await wakeUps.close()
    await turns.quiet()
    await stages.idle()
    await db.close()
  }
  let closing: Promise<void> | null = null
  return {
    url,
    async settle() {
      await schedules?.ring()
      await times.ring()
      await deliveries.ring()
      do {
        await turns.quiet()
        await wakeUps.idle()
        // What was handed over or fetched may have been something to answer, and the answer something to hand over.
      } while (!turns.isQuiet || (db.isShared && (await deliveries.isDue())))
      await stages.idle()
    },
    close() {
      closing ??= close()
      return closing
    },
  }
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
