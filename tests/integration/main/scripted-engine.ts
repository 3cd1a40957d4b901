import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import {
  activateVersion,
  activeVersion,
  deactivateVersion,
  publishVersion,
  type VersionList,
} from '../../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion } from '../../../src-shared/lifecycle/version-number.ts'
import type { BotStatus } from '../../../src-shared/publish/protocol.ts'
import { verifySignature } from '../../../src-shared/publish/sign-request.ts'
import { NOW } from '../store/scratch-library.ts'

export const KEY = 'a key of an engine, 32 characters'

/** What the server does instead of answering properly, once for each; `none` is a proper answer in between. */
export type Mishap = 'none' | 'error500' | 'hang' | 'cutOff' | 'notJson' | 'problems' | 'answerLost'

export type ScriptedEngine = Readonly<{
  url: string
  /** Mishaps to come; when there are none, it answers as an engine does. */
  mishaps: Mishap[]
  requests: { method: string; path: string; signed: boolean; body: unknown }[]
  status: () => BotStatus
}>

/** A small engine on a loopback port with the lifecycle of the real one (KAL-18), and a script of what goes wrong. */
export async function scriptedEngine(): Promise<ScriptedEngine> {
  const requests: ScriptedEngine['requests'] = []
  const mishaps: Mishap[] = []
  let list: VersionList = []
  let bot = 'bot_none'
  const status = () => statusOf(bot, list)

  function change(
    { method = '', url = '' }: IncomingMessage,
    body: { hash?: string; version?: string },
  ): void {
    const [, , , id = '', step = '', version = ''] = url.split('/')
    bot = id
    if (method === 'PUT') {
      const number = parseVersion(version)
      if (!list.some(entry => formatVersion(entry.number) === version))
        list = [...list, { number, hash: body.hash ?? '', state: 'drafted', derivedFrom: null }]
      list = must(publishVersion(list, number))
    }
    if (step === 'activate') list = must(activateVersion(list, parseVersion(body.version ?? ''))).list
    const active = activeVersion(list)
    if (step === 'deactivate' && active) list = must(deactivateVersion(list, active.number))
  }

  const server = createServer(async (request, response) => {
    const text = await readText(request)
    // What people did is told beside the jobs, whenever that comes.
    if (request.url === '/v1/audit/events') return answer(response, 200, { taken: 0 })
    const header = request.headers['x-signature']
    const signed = verifySignature({ header, secrets: [KEY], body: text, now: NOW }).ok
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      signed,
      body: text === '' ? null : JSON.parse(text),
    })
    const mishap = mishaps.shift() ?? 'none'
    if (mishap === 'none' || mishap === 'answerLost') change(request, text === '' ? {} : JSON.parse(text))
    if (mishap !== 'none') return misbehave(mishap, response)
    if (request.url === '/v1/engine')
      return answer(response, 200, { engine: 'scripted', protocol: 1, documentVersion: 1, account: '1' })
    if (list.length === 0) return answer(response, 404, { code: 'bot/not-found', message: 'No such bot.' })
    answer(response, 200, status())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, mishaps, requests, status }
}

function misbehave(mishap: Exclude<Mishap, 'none'>, response: ServerResponse): void {
  switch (mishap) {
    case 'error500':
      answer(response, 500, { code: 'internal/bug', message: 'Something broke.' })
      return
    case 'hang':
      return
    case 'cutOff':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"bot":', () => response.destroy())
      return
    case 'answerLost':
      response.destroy()
      return
    case 'notJson':
      response.end('<html>Welcome</html>')
      return
    case 'problems':
      answer(response, 422, {
        code: 'engine/problems',
        message: 'Two blocks do not work here.',
        problems: [
          { code: 'a', message: 'This one.', pointer: 'block_1' },
          { code: 'b', message: 'And this.', pointer: 'block_2' },
        ],
      })
  }
}

function statusOf(bot: string, list: VersionList): BotStatus {
  const active = activeVersion(list)
  const versions = list.map(({ number, hash, state, derivedFrom }) => ({
    version: formatVersion(number),
    hash,
    state,
    derivedFrom: derivedFrom && formatVersion(derivedFrom),
    at: NOW,
  }))
  return {
    bot: bot as BotStatus['bot'],
    name: 'Chain',
    active: active && formatVersion(active.number),
    versions,
    chatUrl: 'http://127.0.0.1/chat',
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function must<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}
