import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server in a process of its own. */
export type Spawned = Readonly<{ url: string; process: ChildProcess; stop: () => Promise<void> }>

const LISTENS = /listens on (http:\/\/\S+)/
const REPO = new URL('../..', import.meta.url).pathname

/** Starts a script of this repository that says where it listens; rejects with what it said when it ends before. */
export async function spawnServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const child = spawn(process.execPath, [...args], {
    cwd: REPO,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', part => {
    said += part
  })
  const ended = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    if (child.stdout)
      createInterface(child.stdout).on('line', line => {
        const found = LISTENS.exec(line)?.[1]
        if (found) resolve(found)
      })
    void ended.then(([code]) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)))
  })
  return {
    url,
    process: child,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
