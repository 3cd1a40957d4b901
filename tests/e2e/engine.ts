import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export const ENGINE_KEY = { id: 'e2e', secret: 'a-key-of-the-end-to-end-story-0123456789' } as const

export type Engine = Readonly<{ url: string; port: string; stop: () => Promise<void> }>

/** A real engine in a process of its own, on a data folder that outlives it. */
export async function startEngine(data: string, port = '0'): Promise<Engine> {
  const child = spawn(process.execPath, ['src-engine/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PARLEY_ENGINE_DATA: data,
      PARLEY_ENGINE_PORT: port,
      PARLEY_ENGINE_KEY: `${ENGINE_KEY.id}:${ENGINE_KEY.secret}`,
      PARLEY_ENGINE_LOG: 'silent',
    },
  })
  const url = await listening(child)
  return { url, port: new URL(url).port, stop: () => stop(child) }
}

async function listening(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    const url = /^Parley engine listens on (\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error(`The engine ended with ${child.exitCode} before it listened.`)
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  if (child.exitCode === null) await ended
}
