import { describe, expect, test } from 'vitest'
import type { DeliveryKind, DeliveryResult } from '../../../src-engine/deliveries/delivery-kind.ts'
import type { Engine } from '../../../src-engine/engine.ts'
import type { MakePart } from '../../../src-engine/part.ts'
import { type Delivery, deliveriesTo } from '../../../src-engine/store/deliveries.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say } from './signed-call.ts'

/** Hands every answer of a bot to `take`, in the order of each contact. */
function outbox(
  take: (delivery: Delivery) => DeliveryResult | Promise<DeliveryResult>,
  waits: number[] = [],
) {
  const seen: { engine?: Engine } = {}
  const kind: DeliveryKind = {
    deliver: async delivery => take(delivery),
    retryAfterMs: attempts => waits[attempts - 1] ?? null,
  }
  const part: MakePart = engine => {
    seen.engine = engine
    return {
      deliveries: { test: kind },
      deliveriesOf: async (_, done) =>
        done.flatMap(({ conversation: { bot, contact }, messages }) =>
          messages
            .filter(({ sender }) => sender === 'bot')
            .map(({ id, text }) => ({
              id: `${contact}/${id}`,
              kind: 'test',
              queue: contact,
              target: 'asset',
              bot,
              contact,
              payload: { text },
            })),
        ),
    }
  }
  return { part, engine: () => seen.engine as Engine }
}

async function working(options: Parameters<typeof scratchEngine>[0]) {
  const engine = await scratchEngine(options)
  await putToWork(engine.url, countingBot(), options?.now)
  const tell = async (contact: string, id: string) => {
    await say(engine.url, { bot: COUNTING_BOT, contact }, { id, text: 'on' }, options?.now?.())
  }
  return { ...engine, tell }
}

describe('what turns leave is handed over (design/engine.md, Conversations)', () => {
  test('once each, in the order of its queue, whatever fails in between', async () => {
    const got: string[] = []
    let fails = 3
    const { part } = outbox(
      ({ id }) => {
        if (id.startsWith('anna/') && fails-- > 0) return { outcome: 'failed', error: 'no luck' }
        got.push(id)
        return { outcome: 'done' }
      },
      [0, 0, 0],
    )
    const engine = await working({ parts: [part] })
    await Promise.all(['a', 'b', 'c'].flatMap(id => [engine.tell('anna', id), engine.tell('bert', id)]))
    await engine.settle()
    for (const contact of ['anna', 'bert']) {
      const ids = got.filter(id => id.startsWith(contact))
      expect(ids.length).toBeGreaterThanOrEqual(3)
      expect(ids).toEqual([...new Set(ids)].sort())
    }
  })

  test('what waits for its time holds those behind it; what is given up does not', async () => {
    let at = Date.now()
    const got: string[] = []
    const { part } = outbox(
      ({ id }) => {
        if (id === 'anna/a.1') return { outcome: 'failed', error: 'no luck' }
        got.push(id)
        return { outcome: 'done' }
      },
      [60_000],
    )
    const engine = await working({ parts: [part], now: () => at })
    await engine.tell('anna', 'a')
    at += 1
    await engine.tell('anna', 'b')
    await engine.settle()
    expect(got).toEqual([])
    at += 60_001
    await engine.settle()
    expect(got[0]).toMatch(/^anna\//)
    expect(got).not.toContain('anna/a.1')
    expect(got.at(-1)).toMatch(/^anna\/b/)
  })

  test('what is held waits until it is released, and what was given up can be sent again', async () => {
    const got: string[] = []
    let answer: DeliveryResult = { outcome: 'held', error: 'not verified' }
    const { part, engine: inside } = outbox(({ id }) => {
      if (answer.outcome === 'done') got.push(id)
      return answer
    })
    const engine = await working({ parts: [part] })
    await engine.tell('anna', 'a')
    await engine.tell('bert', 'a')
    await engine.settle()
    const { db, deliveries } = inside()
    const states = async () => {
      const all = await deliveriesTo(db, { target: 'asset', before: Number.MAX_SAFE_INTEGER, limit: 100 })
      return [...new Set(all.map(({ state, error }) => `${state} ${error}`))]
    }
    expect(await states()).toEqual(['held not verified'])
    answer = { outcome: 'refused', error: 'gone' }
    await db.atomically(tx => deliveries.release(tx, 'asset'))
    await engine.settle()
    expect(await states()).toEqual(['dead gone'])
    answer = { outcome: 'done' }
    const dead = await deliveriesTo(db, { target: 'asset', before: Number.MAX_SAFE_INTEGER, limit: 100 })
    await db.atomically(tx =>
      deliveries.again(
        tx,
        dead.map(({ seq }) => seq),
      ),
    )
    await engine.settle()
    expect(await states()).toEqual(['done null'])
    expect(got.toSorted()).toEqual(dead.map(({ id }) => id).toSorted())
  })

  test('what was not handed over when the engine ended is at its next start', async () => {
    const dataFolder = scratchFolder()
    const first = outbox(() => ({ outcome: 'failed', error: 'no luck' }), Array(100_000).fill(1))
    const before = await working({ dataFolder, parts: [first.part] })
    await before.tell('anna', 'a')
    await before.close()
    const got: string[] = []
    const second = outbox(({ id }) => {
      got.push(id)
      return { outcome: 'done' }
    })
    const after = await scratchEngine({ dataFolder, parts: [second.part] })
    await expect.poll(() => got.at(0)).toBe('anna/a.1')
    await after.settle()
  })
})
