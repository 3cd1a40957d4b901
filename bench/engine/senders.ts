import { createHmac } from 'node:crypto'
import { SCRIPT } from '../runtime/script.ts'
import type { Sender } from './load.ts'

export const KEY = { id: 'bench', secret: 'a-secret-of-this-benchmark-only' }
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

/** Signed messages of the conversation API. */
export function signedSender(): Sender {
  return player((contact, text, id) => {
    const body = JSON.stringify({ id, text })
    return { path: `/v1/bots/${BOT}/conversations/${contact}/messages`, headers: signed(body), body }
  })
}

export function signed(body: string): Readonly<Record<string, string>> {
  const seconds = Math.floor(Date.now() / 1000)
  const mac = createHmac('sha256', KEY.secret).update(`${seconds}.${body}`).digest('hex')
  return { 'x-parley-key': KEY.id, 'x-signature': `t=${seconds},v1=${mac}` }
}
