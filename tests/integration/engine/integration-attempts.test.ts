import { describe, expect, test } from 'vitest'
import { botPlatform, GOOD, MINUTE, TOKEN } from './bot-platform.ts'

const BAD = { status: 500, body: 'out of order' }

async function routed(rule: object = {}) {
  const platform = await botPlatform()
  await platform.publish()
  const { id, incoming } = await platform.add()
  await platform.service([id], [{ action: 'bot', ...rule }])
  const reverify = async () => {
    const given = { verificationToken: TOKEN }
    const { proof } = await platform.must('POST', '/v1/integrations/verify', {
      platform: 'other',
      integration: id,
      ...given,
    })
    await platform.must('PUT', `/v1/integrations/${id}`, { connection: { ...given, proof } })
    await platform.settle()
  }
  const messages = () => platform.told().map(({ Message }) => Message)
  return { ...platform, id, incoming, reverify, messages }
}

describe('time-out and retries (IMI-14, IMI-17)', () => {
  test('messages keep their order over a failure, and other conversations do not wait', async () => {
    const { answers, say, wait, messages } = await routed()
    answers((_, number) => (number === 2 ? BAD : GOOD))
    await say('1')
    await say('2')
    await say('3')
    await say('other', 'bert')
    expect(messages()).toEqual(['1', 'other'])
    await wait(MINUTE)
    expect(messages()).toEqual(['1', 'other', '1', '2', '3'])
  })

  test('five attempts at 0, 1, 5, 20 and 60 minutes, none later, over a restart; patience is asked for once', async () => {
    const platform = await routed({ waitText: 'One moment.', fallbackText: 'Call us.' })
    const { answers, say, wait, messages, events, id, restart, transcript, now } = platform
    answers(() => BAD)
    const began = now()
    await say('1')
    for (let minute = 0; minute < 10; minute += 1) await wait(MINUTE)
    await restart()
    for (let minute = 0; minute < 60; minute += 1) await wait(MINUTE)
    expect(messages()).toHaveLength(5)
    const [event] = await events(id)
    expect(event).toMatchObject({ state: 'dead', payload: { Message: '1' } })
    expect(event?.attempts.map(({ at }) => Math.round((at - began) / MINUTE))).toEqual([0, 1, 5, 20, 60])
    expect(event?.attempts.map(({ outcome, number }) => `${number} ${outcome}`)).toEqual(
      [1, 2, 3, 4, 5].map(number => `${number} STATUS`),
    )
    expect(await transcript()).toEqual(['contact: 1', 'bot: One moment.'])
  })

  test('who does not answer in time has not answered', async () => {
    const { answers, say, events, id, restart } = await routed()
    answers(() => null)
    await restart(300)
    await say('1')
    expect(await events(id)).toMatchObject([
      { state: 'waiting', attempts: [{ outcome: 'TIMEOUT', status: null }] },
    ])
  })

  test('a 410 is given up at once, a token that is missing is a failure', async () => {
    const { answers, say, events, id } = await routed()
    answers(() => ({ status: 410 }))
    await say('1')
    answers(() => ({ status: 200, body: 'ok' }))
    await say('2')
    expect((await events(id)).map(({ state, attempts }) => `${state} ${attempts[0]?.outcome}`)).toEqual([
      'waiting TOKEN_MISMATCH',
      'dead GONE',
    ])
  })
})

describe('the circuit breaker (IMI-18)', () => {
  test('opens at five failures in a row, holds, and goes on in order after a verification', async () => {
    const { answers, say, wait, messages, view, events, call, id, reverify } = await routed()
    answers(() => BAD)
    for (const contact of ['a', 'b', 'c']) await say(contact, contact)
    expect(await view(id)).toMatchObject({
      state: 'active',
      failures: 3,
      lastError: expect.stringContaining('500'),
    })
    for (const contact of ['d', 'e', 'f']) await say(contact, contact)
    expect(await view(id)).toMatchObject({ state: 'inactive', failures: 5, events: { held: 6 } })
    const made = messages().length
    await say('f2', 'f')
    await wait(61 * MINUTE)
    expect(messages()).toHaveLength(made)
    expect(await view(id)).toMatchObject({ events: { held: 7, waiting: 0, dead: 0 } })
    for (const word of ['resume', 'pause'])
      expect(await call('POST', `/v1/integrations/${id}/${word}`)).toMatchObject({ status: 422 })
    expect(await call('PUT', `/v1/integrations/${id}`, { connection: { proof: 'none' } })).toMatchObject({
      status: 422,
    })
    answers(() => GOOD)
    await reverify()
    expect(await view(id)).toMatchObject({ state: 'active', failures: 0, events: { held: 0, done: 7 } })
    const released = messages().slice(made)
    expect(released.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'f2'])
    expect(released.indexOf('f')).toBeLessThan(released.indexOf('f2'))
    expect((await events(id)).every(({ state }) => state === 'done')).toBe(true)
  })

  test('a success in between closes the count', async () => {
    const { answers, say, view, id } = await routed()
    const fail4 = async (from: number) => {
      answers(() => BAD)
      for (let index = 0; index < 4; index += 1) await say(`m${from + index}`, `c${from + index}`)
    }
    await fail4(0)
    answers(() => GOOD)
    await say('good', 'good')
    await fail4(4)
    expect(await view(id)).toMatchObject({ state: 'active', failures: 4 })
  })

  test('customers of an inactive webhook go to agents, or hear where else to ask', async () => {
    const open = async (platform: Awaited<ReturnType<typeof routed>>) => {
      platform.answers(() => BAD)
      for (const contact of ['a', 'b', 'c', 'd', 'e']) await platform.say(contact, contact)
    }
    const both = await routed({ action: 'bot_and_ccsp' })
    await open(both)
    await both.say('hi')
    await expect.poll(() => both.desk.asked.length).toBe(1)
    const alone = await routed({ fallbackText: 'Call us.' })
    await open(alone)
    await alone.say('hi')
    await alone.say('again')
    expect(await alone.transcript()).toEqual(['contact: hi', 'bot: Call us.', 'contact: again'])
  })

  test('what is held for a day becomes a dead letter, which can be told again', async () => {
    const { answers, say, wait, view, events, must, id, reverify, messages, settle } = await routed()
    answers(() => BAD)
    for (const contact of ['a', 'b', 'c', 'd', 'e']) await say(contact, contact)
    await say('late')
    await wait(23 * 60 * MINUTE)
    expect(await view(id)).toMatchObject({ events: { held: 6 } })
    await wait(2 * 60 * MINUTE)
    expect(await view(id)).toMatchObject({ events: { held: 0, dead: 6 } })
    answers(() => GOOD)
    await reverify()
    const made = messages().length
    const dead = await events(id, '?state=dead')
    expect(dead).toHaveLength(6)
    const late = dead.find(({ payload }) => payload.Message === 'late')
    expect(await must('POST', `/v1/integrations/${id}/replay`, { events: [late?.seq, 999_999] })).toEqual({
      replayed: 1,
    })
    await settle()
    expect(messages().slice(made)).toEqual(['late'])
    expect(await view(id)).toMatchObject({ events: { dead: 5, done: 1 } })
    expect(await must('POST', `/v1/integrations/${id}/replay`, {})).toEqual({ replayed: 5 })
    await settle()
    // They are of six conversations, which do not wait for each other.
    expect(messages().slice(made).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'late'])
    expect(await view(id)).toMatchObject({ events: { dead: 0, done: 6 } })
  })

  test('a pause holds without counting, and is over when somebody says so', async () => {
    const { say, must, view, id, settle, messages } = await routed()
    await must('POST', `/v1/integrations/${id}/pause`)
    await say('1')
    expect(await view(id)).toMatchObject({ state: 'paused', failures: 0, events: { held: 1 } })
    await must('POST', `/v1/integrations/${id}/resume`)
    await settle()
    expect(messages()).toEqual(['1'])
  })
})
