import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { z } from 'zod'
import { isSignedWith, readSignature, signRequest } from '../../../src-shared/publish/sign-request.ts'
import type { Answer } from '../../loopback/open-loopback.ts'
import { type ChannelEngine, channelEngine } from './channel-engine.ts'
import { countingBot } from './counting-bot.ts'
import { loopbackServer } from './loopback-server.ts'

export const SECRET = 'a-signing-secret-of-the-tests'
export const EFFECTS = { allowPrivate: true, secrets: new Map(), desk: null }

/** What docs/channels-of-the-engine.md says of a message that goes out. */
export const sentSchema = z.strictObject({
  type: z.literal('message'),
  id: z.string(),
  channel: z.string(),
  bot: z.string(),
  to: z.string(),
  from: z.enum(['bot', 'agent']),
  number: z.number().int().optional(),
  message: z.looseObject({
    type: z.literal('message'),
    locale: z.string(),
    direction: z.enum(['ltr', 'rtl']),
  }),
})
type Sent = z.infer<typeof sentSchema>

/** A system behind a generic channel, whose requests are checked against their documented shape. */
export async function hookSystem(document = countingBot()) {
  const sent: Sent[] = []
  const instead: Answer[] = []
  const server = await loopbackServer(({ method, headers, body, path }) => {
    if (path === '/paper.png') return { status: 200, body: readFileSync('docs/pictures/library.png') }
    const signature = readSignature(headers['x-signature'], Date.now())
    expect(signature.ok && isSignedWith([SECRET], signature.value, body)).toBe(true)
    const value = JSON.parse(body)
    if (value.type === 'verification')
      return { status: 200, body: JSON.stringify({ challenge: value.challenge }) }
    const other = instead.shift()
    if (other) return other
    expect(method).toBe('POST')
    sent.push(sentSchema.parse(value))
    return { status: 200, body: JSON.stringify({ id: `theirs-${sent.length}` }) }
  })
  const options = { url: `${server.url}/parley` }
  const secrets = { signingSecret: SECRET }
  const engine = await channelEngine(document, { kind: 'webhook', options, secrets }, { effects: EFFECTS })
  expect((await engine.ask('/verify', undefined, 'POST')).json).toMatchObject({ state: 'active' })
  const textsOf = () => sent.map(({ message }) => (message.body as { text: string } | undefined)?.text)
  return { engine, server, sent, instead, textsOf }
}

/** Tells the engine of messages or reports, signed. */
export async function tellAsHook(
  engine: ChannelEngine,
  body: unknown,
  { secret = SECRET, at = Date.now() }: { secret?: string; at?: number } = {},
): Promise<{ status: number; json: Record<string, unknown> }> {
  const raw = JSON.stringify(body)
  const response = await fetch(`${engine.url}/channels/${engine.id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': signRequest(secret, at / 1000, raw) },
    body: raw,
  })
  const json = await response.json()
  await engine.settle()
  return { status: response.status, json: json as Record<string, unknown> }
}
