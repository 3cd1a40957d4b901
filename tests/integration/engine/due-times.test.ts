import { describe, expect, test } from 'vitest'
import { NOTHING_CONFIGURED } from '../../../src-engine/effects/effect-config.ts'
import type { Turns } from '../../../src-shared/publish/conversation-protocol.ts'
import { CALLING_BOT, callingBot } from './calling-bot.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { loopbackServer } from './loopback-server.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** An engine whose clock stands until it is moved, and what it did because of the clock. */
async function engineAt(at: number, dataFolder: string) {
  const clock = { at }
  const effects = { ...NOTHING_CONFIGURED, allowPrivate: true }
  const engine = await scratchEngine({ now: () => clock.at, dataFolder, effects })
  const timed = async (bot: string) => {
    const path = `/v1/bots/${bot}/conversations/anna/turns`
    // Signatures are made a little apart, for none is taken twice.
    clock.at += 1
    const { json } = await signedCall(engine.url, { path, at: clock.at })
    return (json as Turns).turns
      .filter(({ events }) => events.some(({ type }) => type === 'timeCame'))
      .map(({ events }) => events.map(({ type }) => type))
  }
  return { ...engine, clock, timed }
}

describe('what is due by the clock happens once (D-04)', () => {
  test('inactivity, across two restarts (KAR-12)', async () => {
    const folder = scratchFolder()
    const began = Date.now()
    const first = await engineAt(began, folder)
    await putToWork(first.url, countingBot())
    await say(first.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
    first.clock.at = began + 29 * MINUTE_MS
    await first.settle()
    expect(await first.timed(COUNTING_BOT)).toEqual([])
    await first.close()
    for (const minutes of [31, 120]) {
      const next = await engineAt(began + minutes * MINUTE_MS, folder)
      await next.settle()
      await next.settle()
      expect(await next.timed(COUNTING_BOT)).toEqual([['timeCame', 'conversationClosed']])
      await next.close()
    }
  })

  test('a delay goes on after a restart, late and once', async () => {
    const api = await loopbackServer(() => ({ status: 200 }))
    const folder = scratchFolder()
    const began = Date.now()
    const first = await engineAt(began, folder)
    await putToWork(first.url, callingBot({ call: { url: api.url }, waitsHours: 2 }))
    await say(first.url, { bot: CALLING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
    await first.settle()
    first.clock.at = began + HOUR_MS
    await first.settle()
    expect(await first.timed(CALLING_BOT)).toEqual([])
    await first.close()
    const second = await engineAt(began + 5 * HOUR_MS, folder)
    await second.settle()
    await second.settle()
    const woken = ['timeCame', 'edgeTaken', 'blockEntered', 'messageSent']
    expect(await second.timed(CALLING_BOT)).toEqual([woken])
    await second.close()
    const third = await engineAt(began + 5 * HOUR_MS + MINUTE_MS, folder)
    await third.settle()
    expect(await third.timed(CALLING_BOT)).toEqual([woken])
  })
})
