import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { REPO_ROOT } from '../repo-root.ts'

const READY = /listens on (http:\/\/\S+)/
const START_MS = 30_000

export type EngineProcess = Readonly<{ url: string; stop(): Promise<void> }>

/** Starts `src-engine/main.ts` as a process of its own, on any free port and a data folder that is removed with it. */
export async function startEngineProcess(key: string): Promise<EngineProcess> {
  const data = mkdtempSync(join(tmpdir(), 'parley-demo-'))
  const env = {
    ...process.env,
    PARLEY_ENGINE_PORT: '0',
    PARLEY_ENGINE_HOST: '127.0.0.1',
    PARLEY_ENGINE_DATA: data,
    PARLEY_ENGINE_KEY: key,
    PARLEY_ENGINE_LOG: 'error',
  }
  const child = spawn(process.execPath, [join(REPO_ROOT, 'src-engine', 'main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { url: await addressOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS)
  try {
    for await (const line of lines) {
      const [, url] = READY.exec(line) ?? []
      if (url) return url
    }
  } finally {
    clearTimeout(timer)
  }
  throw new Error('The engine ended before it was ready.')
}
