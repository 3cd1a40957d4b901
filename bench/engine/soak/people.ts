import { setTimeout } from 'node:timers/promises'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { SIGNING_SECRET } from './receiver.ts'

/** How somebody writes: so many at once, and how long they think afterwards, milliseconds. */
export type Manner = Readonly<{ name: string; atOnce: number; thinksMs: number; people: number }>

/** People who think, people who do not, and people who send several messages in one request. */
export const MANNERS: readonly Manner[] = [
  { name: 'calm', atOnce: 1, thinksMs: 4000, people: 20 },
  { name: 'quick', atOnce: 1, thinksMs: 1500, people: 10 },
  { name: 'many', atOnce: 5, thinksMs: 15_000, people: 10 },
]

export type Counts = { told: number; requests: number; again: number }

const PAUSE_MS = 100

/** Writes through the channel until it is over; what was not acknowledged is sent again, to the next engine. */
export async function write(
  person: string,
  { atOnce, thinksMs }: Manner,
  host: Readonly<{ urls: () => readonly string[]; channel: string; isOver: () => boolean; counts: Counts }>,
): Promise<number> {
  let said = 0
  while (!host.isOver()) {
    const messages = Array.from({ length: atOnce }, (_, index) => {
      const id = `${person}-${said + index}`
      return { id, from: person, text: `t-${id}` }
    })
    await insist(JSON.stringify({ messages }), host)
    said += atOnce
    host.counts.told += atOnce
    await setTimeout(thinksMs)
  }
  return said
}

async function insist(body: string, { urls, channel, counts }: Parameters<typeof write>[2]): Promise<void> {
  for (let tries = Math.floor(Math.random() * 2); ; tries += 1) {
    const all = urls()
    const url = all[tries % all.length] ?? ''
    counts.requests += 1
    const status = await post(`${url}/channels/${channel}/messages`, body)
    if (status === 200) return
    if (status !== 0 && status !== 503) throw new Error(`refused with ${status}`)
    counts.again += 1
    await setTimeout(PAUSE_MS)
  }
}

/** The status; 0 for no answer. */
async function post(url: string, body: string): Promise<number> {
  const signature = signRequest(SIGNING_SECRET, Date.now() / 1000, body)
  const headers = { 'content-type': 'application/json', 'x-signature': signature }
  try {
    const response = await fetch(url, { method: 'POST', headers, body })
    await response.text()
    return response.status
  } catch {
    return 0
  }
}

/** What the counting bot says to somebody who said so much, in its order (tests/integration/engine/counting-bot.ts). */
export function expected(person: string, said: number): readonly string[] {
  return Array.from({ length: said }, (_, index) =>
    index === 0 ? ['Say something'] : [`${index}: t-${person}-${index}`, 'Say something'],
  ).flat()
}
