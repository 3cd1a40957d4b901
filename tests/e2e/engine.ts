import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { expect, type Page } from '@playwright/test'
import { signRequest } from '../../src-shared/publish/sign-request.ts'

export const ENGINE_KEY = { id: 'e2e', secret: 'a-key-of-the-end-to-end-story-0123456789' } as const

export type Engine = Readonly<{
  url: string
  port: string
  stop: () => Promise<void>
  /** As a power cut would: it finishes nothing. */
  kill: () => Promise<void>
}>

/** A real engine in a process of its own, on a data folder that outlives it; `more` are further settings. */
export async function startEngine(
  data: string,
  port = '0',
  more: Readonly<Record<string, string>> = {},
): Promise<Engine> {
  const child = spawn(process.execPath, ['src-engine/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PARLEY_ENGINE_DATA: data,
      PARLEY_ENGINE_PORT: port,
      PARLEY_ENGINE_KEY: `${ENGINE_KEY.id}:${ENGINE_KEY.secret}`,
      PARLEY_ENGINE_LOG: 'silent',
      ...more,
    },
  })
  // A test that fails leaves none behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await listening(child)
  return {
    url,
    port: new URL(url).port,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function listening(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    const url = /^Parley engine listens on (\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error(`The engine ended with ${child.exitCode} before it listened.`)
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  if (child.exitCode === null) await ended
}

/** A customer writes to the active bot. */
export async function write({ url }: Engine, bot: string, contact: string, text: string): Promise<void> {
  const body = JSON.stringify({ id: `${contact}-${text.replaceAll(' ', '')}`, text })
  const response = await fetch(`${url}/v1/bots/${bot}/conversations/${contact}/messages`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-parley-key': ENGINE_KEY.id,
      'x-signature': signRequest(ENGINE_KEY.secret, Date.now() / 1000, body),
    },
  })
  expect(response.status).toBe(200)
}

/** Names an engine to the window in the publish dialog, and lets its key vault have a passphrase where it has none. */
export async function addEngine(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add an engine' }).click()
  await dialog.getByLabel('Name').fill('Local engine')
  await dialog.getByLabel('Address').fill(url)
  await dialog.getByLabel('Key id').fill(ENGINE_KEY.id)
  await dialog.getByLabel('Key', { exact: true }).fill(ENGINE_KEY.secret)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const passphrase = dialog.getByLabel('Passphrase', { exact: true })
  const form = dialog.getByLabel('Activate it too')
  await expect(passphrase.or(form)).toBeVisible()
  if (await form.isVisible()) return
  await passphrase.fill('a passphrase of the tests')
  await dialog.getByLabel('The same once more').fill('a passphrase of the tests')
  await dialog.getByRole('button', { name: 'Set passphrase' }).click()
}
