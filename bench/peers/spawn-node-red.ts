import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Spawned } from '../engine/spawn-server.ts'

const PATIENCE_MS = 30_000

type Options = Readonly<{
  /** Its file red.js. */
  red: string
  flow: readonly object[]
  settings: object
  args?: readonly string[]
  /** Whether it is up, asked until it is. */
  isUp: (url: string) => Promise<boolean>
}>

/** Node-RED in a process and folder of its own, on a flow. */
export async function spawnNodeRed({ red, flow, settings, args = [], isUp }: Options): Promise<Spawned> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-node-red-'))
  const port = await freePort()
  const all = { ...settings, uiHost: '127.0.0.1', uiPort: port, logging: { console: { level: 'off' } } }
  writeFileSync(join(folder, 'settings.cjs'), `module.exports = ${JSON.stringify(all)}`)
  writeFileSync(join(folder, 'flows.json'), JSON.stringify(flow))
  const files = ['-u', folder, '-s', join(folder, 'settings.cjs'), join(folder, 'flows.json')]
  const child = spawn(process.execPath, [red, ...args, ...files], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const until = Date.now() + PATIENCE_MS
  while (!(await isUp(url).catch(() => false))) {
    if (Date.now() > until || child.exitCode !== null) {
      await stop()
      throw new Error('Node-RED did not start')
    }
    await setTimeout(100)
  }
  return { url, process: child, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
