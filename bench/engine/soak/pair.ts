import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { KEY_ID, SEAL_TEXT, SECRET } from '../../../tests/integration/engine/test-key.ts'
import { KEY } from '../senders.ts'
import { spawnEngine } from '../spawn-engine.ts'
import type { Spawned } from '../spawn-server.ts'

/** Two engines on one database, of which one or the other is missing at times. */
export type Pair = Readonly<{
  urls: () => readonly string[]
  /** Kills one with -9 and starts another in its place. */
  replace: (index: number) => Promise<void>
  stop: () => Promise<void>
}>

/** A database that is starting refuses; an engine that could not open it ends. */
const PATIENCE_MS = 500

export async function startPair(databaseUrl: string): Promise<Pair> {
  const env = {
    DATABASE_URL: databaseUrl,
    PARLEY_ENGINE_KEY: `${KEY.id}:${KEY.secret},${KEY_ID}:${SECRET}`,
    PARLEY_ENGINE_SEAL_KEY: SEAL_TEXT,
    PARLEY_ENGINE_ALLOW_PRIVATE: '1',
    PARLEY_ENGINE_LOG: 'silent',
  }
  const start = async (): Promise<Spawned> => {
    for (;;) {
      try {
        return await spawnEngine(env)
      } catch {
        await setTimeout(PATIENCE_MS)
      }
    }
  }
  const engines: Spawned[] = [await spawnEngine(env), await start()]
  return {
    urls: () => engines.map(({ url }) => url),
    async replace(index) {
      const { process } = engines[index] ?? {}
      if (!process) return
      const ended = once(process, 'exit')
      process.kill('SIGKILL')
      await ended
      engines[index] = await start()
    },
    async stop() {
      await Promise.all(engines.map(engine => engine.stop()))
    },
  }
}
