import { expect } from 'vitest'
import type { SentMessage, Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { COUNTING_BOT } from './counting-bot.ts'
import type { EngineProcess } from './engine-process.ts'
import { say, signedCall } from './signed-call.ts'

export type Told = Map<string, readonly SentMessage[]>

/** People who write without a pause and send again whatever was not answered. */
export class Crowd {
  readonly told = new Map<string, Told>()
  private readonly engines: Promise<EngineProcess>[]
  private tries = 0
  private isOver = false
  private answers = 0
  private readonly awaited: { count: number; tell: () => void }[] = []

  constructor(engines: readonly Promise<EngineProcess>[]) {
    this.engines = [...engines]
  }

  /** Another engine has taken the place of one. */
  replace(index: number, engine: Promise<EngineProcess>): void {
    this.engines[index] = engine
  }

  end(): void {
    this.isOver = true
  }

  /** Resolves when so many more answers came. */
  heard(more: number): Promise<void> {
    if (more === 0) return Promise.resolve()
    return new Promise(tell => this.awaited.push({ count: this.answers + more, tell }))
  }

  async write(contact: string, atOnce: number): Promise<void> {
    const told: Told = new Map()
    this.told.set(contact, told)
    for (let next = 1; !this.isOver; next += atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, async (_, index) => {
          const id = `${contact}-${next + index}`
          told.set(id, await this.insist(contact, id))
          this.answers += 1
          for (const { count, tell } of this.awaited) if (count === this.answers) tell()
        }),
      )
  }

  /** Sends a message to one engine after the other until one answers. */
  private async insist(contact: string, id: string): Promise<readonly SentMessage[]> {
    for (;;) {
      this.tries += 1
      const engine = await this.engines[this.tries % this.engines.length]
      if (!engine) throw new Error('there is no engine')
      try {
        return (await say(engine.url, { bot: COUNTING_BOT, contact }, { id, text: `t-${id}` })).messages
      } catch (error) {
        if (isAway(error)) continue
        if (!isHangUp(error)) throw error
        if (this.engines.length === 1) await engine.ended
      }
    }
  }
}

/** The engine lives and its database does not, for the moment. */
function isAway(error: unknown): boolean {
  return (error as Error).message.startsWith('503 ')
}

function isHangUp(error: unknown): boolean {
  return (
    (error instanceof TypeError && error.message.includes('fetch failed')) ||
    (error as Error).message.includes('terminated')
  )
}

export async function transcriptOf(url: string, contact: string): Promise<Transcript['messages']> {
  const all: Transcript['messages'] = []
  for (let more = true; more; ) {
    const after = all.at(-1)?.number ?? 0
    const path = `/v1/bots/${COUNTING_BOT}/conversations/${contact}/messages?after=${after}`
    const page = (await signedCall(url, { path })).json as unknown as Transcript
    all.push(...page.messages)
    more = page.more
  }
  return all
}

/** Nothing lost, nothing twice, one reply per message in the order of the messages, and what was told stays true. */
export function checkConversation(messages: Transcript['messages'], told: Told, isOrdered: boolean): void {
  expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1))
  const asked = messages.filter(({ from }) => from === 'contact')
  const ids = asked.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual([...told.keys()].toSorted())
  if (isOrdered) expect(ids).toEqual([...told.keys()])
  const expected = asked.flatMap(({ id, text }, index) => [
    text,
    ...(index === 0 ? [] : [`${index}: t-${id}`]),
    'Say something',
  ])
  expect(messages.map(({ text }) => text)).toEqual(expected)
  for (const [id, replies] of told) {
    const stored = messages.filter(message => message.from === 'bot' && message.id.startsWith(`${id}.`))
    expect(replies.map(({ id, number, text }) => ({ id, number, text }))).toEqual(
      stored.map(({ id, number, text }) => ({ id, number, text })),
    )
  }
}
