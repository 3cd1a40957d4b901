import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { databaseOf, isOnPostgres } from '../../postgres/scratch-database.ts'
import { KEY_ID, SEAL_TEXT, SECRET } from './test-key.ts'

/** An engine in a process of its own, as `npm run engine` starts it. */
export type EngineProcess = Readonly<{
  url: string
  /** Everything on standard output, and on standard error. */
  said: () => Readonly<{ out: string; log: string }>
  kill: (signal: NodeJS.Signals) => void
  /** Resolves with the exit code, null after SIGKILL. */
  ended: Promise<number | null>
}>

const READY = /^Parley engine listens on (http:\S+)$/m

/** Starts an engine process and waits until it listens; rejects with what it said when it ends before. */
export async function spawnEngine(
  dataFolder: string,
  env: Record<string, string | undefined> = {},
): Promise<EngineProcess> {
  const child = spawnProcess(dataFolder, {
    ...(isOnPostgres() ? { DATABASE_URL: await databaseOf(dataFolder) } : {}),
    ...env,
  })
  const said = { out: '', log: '' }
  child.stderr?.on('data', part => {
    said.log += part
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<string>(resolve => {
    if (!child.stdout) return
    createInterface(child.stdout).on('line', line => {
      said.out += `${line}\n`
      const url = READY.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
  const url = await Promise.race([
    ready,
    ended.then(code => Promise.reject(new Error(`ended with ${code}: ${said.log}`))),
  ])
  return { url, said: () => said, kill: signal => void child.kill(signal), ended }
}

/** Runs `npm run engine -- …` to its end; answers what it said, or its complaint. */
export async function engineCommand(
  dataFolder: string,
  args: readonly string[],
  env: Record<string, string | undefined> = {},
): Promise<string> {
  const database = isOnPostgres() ? { DATABASE_URL: await databaseOf(dataFolder) } : {}
  const child = spawnProcess(dataFolder, { ...database, ...env }, args)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', part => {
      said += part
    })
  await once(child, 'close')
  return said
}

function spawnProcess(
  dataFolder: string,
  env: Record<string, string | undefined>,
  args: readonly string[] = [],
): ChildProcess {
  const child = spawn(process.execPath, ['src-engine/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PARLEY_ENGINE_PORT: '0',
      PARLEY_ENGINE_DATA: dataFolder,
      PARLEY_ENGINE_KEY: `${KEY_ID}:${SECRET}`,
      PARLEY_ENGINE_SEAL_KEY: SEAL_TEXT,
      ...env,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
