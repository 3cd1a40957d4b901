import { createHmac } from 'node:crypto'
import { SCRIPT } from '../runtime/script.ts'
import type { Sender } from './load.ts'

export const KEY = { id: 'bench', secret: 'a-secret-of-this-benchmark-only' }
export const CHANNEL_SECRET = 'a-signing-secret-of-this-benchmark'
export const BOT = 'bot_bench'

let people = 0

/** Plays the conversation of bench/runtime/script.ts, then begins another as somebody else. */
function player(write: (contact: string, text: string, id: string) => ReturnType<Sender['next']>): Sender {
  let contact = ''
  let turn: number = SCRIPT.length
  return {
    next() {
      if (turn === SCRIPT.length) {
        contact = `p${++people}`
        turn = 0
      }
      const text = SCRIPT[turn] ?? ''
      turn += 1
      return write(contact, text, `${contact}-${turn}`)
    },
  }
}

/** What the limits and Node-RED are sent. */
export function plainSender(path = '/'): Sender {
  return player((contact, text) => ({ path, headers: {}, body: JSON.stringify({ contact, text }) }))
}

/** Messages of the generic channel, signed with its secret (docs/channels-of-the-engine.md). */
export function channelSender(channel: string): Sender {
  return player((contact, text, id) => {
    const body = JSON.stringify({ messages: [{ id, from: contact, text }] })
    return {
      path: `/channels/${channel}/messages`,
      headers: { 'x-signature': signatureOf(CHANNEL_SECRET, body) },
      body,
    }
  })
}

/** The headers of the signed API. */
export function signed(body: string): Readonly<Record<string, string>> {
  return { 'x-parley-key': KEY.id, 'x-signature': signatureOf(KEY.secret, body) }
}

function signatureOf(secret: string, body: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}
