import { describe, expect, test } from 'vitest'
import type { RunningEngine } from '../../../src-engine/start-engine.ts'
import type { Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork, DeskCaller, PASSWORD, putAgent } from './desk-caller.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const SECOND_MS = 1000
const HOUR_MS = 3_600_000

/** The customer asks for a person and answers what is asked before (desk-bot.ts). */
async function askForPerson(engine: RunningEngine, contact: string, at?: number): Promise<void> {
  const to = { bot: DESK_BOT, contact }
  for (const text of ['help', 'my bill', 'pin-4711']) {
    await say(engine.url, to, { id: `${contact}-${text.replaceAll(' ', '-')}`, text }, at)
    await engine.settle()
  }
}

function write(engine: RunningEngine, contact: string, text: string, at?: number) {
  return say(
    engine.url,
    { bot: DESK_BOT, contact },
    { id: `${contact}-${text.replaceAll(' ', '-')}`, text },
    at,
  )
}

async function heard(engine: RunningEngine, contact: string, at?: number): Promise<string[]> {
  const path = `/v1/bots/${DESK_BOT}/conversations/${contact}/messages`
  const { json } = await signedCall(engine.url, { path, ...(at === undefined ? {} : { at }) })
  return (json as Transcript).messages.map(({ from, text }) => `${from}: ${text}`)
}

async function firstOf(chats: Promise<readonly { id: number }[]>): Promise<number> {
  const [first] = await chats
  if (!first) throw new Error('there is no conversation')
  return first.id
}

describe("the engine's own desk (requirements.md NHN-70…NHN-79, CM-06…CM-16)", () => {
  test('a conversation is handed over, answered and given back', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    await askForPerson(engine, 'anna')
    const [line] = await berta.waiting()
    expect(line).toMatchObject({
      contact: 'anna',
      botName: 'Desk',
      channel: 'Web',
      skill: 'billing',
      reason: 'asked',
      lastText: '•••',
      fits: true,
      unread: 0,
    })
    const chat = line?.id ?? 0
    const detail = await berta.detail(chat)
    expect(detail).toMatchObject({ state: 'waiting', webstore: 'shop', mode: 'detached', past: [] })
    expect(detail.summary).toContainEqual({ name: 'ABOUT', value: 'my bill' })
    expect(JSON.stringify(detail)).not.toContain('4711')
    expect(await berta.said(chat)).toEqual([
      'contact: help',
      'bot: var_about?',
      'contact: my bill',
      'bot: var_pin?',
      'contact: •••',
    ])
    expect((await berta.act(chat, 'take')).status).toBe(200)
    // The words that mean something to the bot mean nothing to an agent (CM-14).
    expect(await write(engine, 'anna', '#MENU')).toMatchObject({ messages: [] })
    expect(await berta.mine()).toMatchObject([{ id: chat, unread: 1, lastText: '#MENU' }])
    const answer = { id: 'a-1', text: 'Hello, this is Berta.' }
    for (const status of [200, 200]) expect((await berta.act(chat, 'messages', answer)).status).toBe(status)
    expect(await berta.mine()).toMatchObject([{ unread: 0 }])
    expect((await heard(engine, 'anna')).slice(5)).toEqual(['contact: #MENU', 'agent: Hello, this is Berta.'])
    expect((await berta.act(chat, 'close', { reason: 'solved' })).status).toBe(200)
    expect(await berta.view()).toMatchObject({ mine: [], waiting: [] })
    expect((await berta.detail(chat)).notes.map(({ kind, agent, text }) => [kind, agent, text])).toEqual([
      ['asked', null, ''],
      ['taken', 'Berta', ''],
      ['closed', 'Berta', 'solved'],
    ])
    await write(engine, 'anna', 'help again')
    await engine.settle()
    expect((await heard(engine, 'anna')).at(-1)).toBe('bot: var_about?')
    expect(await berta.act(chat, 'messages', { id: 'a-2', text: 'x' })).toMatchObject({
      status: 409,
      json: { code: 'desk/over' },
    })
  })

  test('somebody is there when a page is open, accepts, knows the skill and has room (CM-06)', async () => {
    const clock = { at: Date.now() }
    const engine = await scratchEngine({ now: () => clock.at })
    await putToWork(engine.url, deskBot(), () => clock.at)
    let asked = 0
    const isThere = async () => {
      const contact = `c-${asked++}`
      await askForPerson(engine, contact, clock.at)
      return !(await heard(engine, contact, clock.at++)).includes('bot: nobody there')
    }
    expect(await isThere()).toBe(false)
    await signedCall(engine.url, {
      method: 'PUT',
      path: '/v1/desk/agents/Berta',
      body: { password: PASSWORD, skills: ['Billing', 'travel'], mostChats: 1 },
      at: clock.at,
    })
    const berta = new DeskCaller(engine.url)
    await berta.signIn('Berta')
    await berta.accept(['Billing'])
    expect(await isThere()).toBe(false)
    const close = await berta.open()
    expect(await isThere()).toBe(true)
    await berta.accept(['travel'])
    expect(await isThere()).toBe(false)
    await berta.accept(['Billing'], false)
    expect(await isThere()).toBe(false)
    await berta.accept(['Billing'])
    await berta.act(await firstOf(berta.waiting()), 'take')
    expect(await isThere()).toBe(false)
    await berta.act(await firstOf(berta.mine()), 'close', { reason: 'solved' })
    close()
    await expect
      .poll(() => {
        clock.at += 46 * SECOND_MS
        return isThere()
      })
      .toBe(false)
  })

  test('of two who take a conversation at once, one has it (NHN-78)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const agents = [await agentAtWork(engine.url, 'Ana'), await agentAtWork(engine.url, 'Rui')] as const
    await Promise.all(['a', 'b', 'c', 'd'].map(contact => askForPerson(engine, contact)))
    for (const { id } of await agents[0].waiting()) {
      const both = await Promise.all(agents.map(agent => agent.act(id, 'take')))
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(both.find(({ status }) => status === 409)?.json.code).toBe('desk/taken')
    }
    const loads = await Promise.all(agents.map(async agent => (await agent.mine()).length))
    expect(loads.reduce((sum, load) => sum + load)).toBe(4)
  })

  test('a conversation goes to a colleague with a note, or into the queue of a skill', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const ana = await agentAtWork(engine.url, 'Ana')
    const rui = await agentAtWork(engine.url, 'Rui', { skills: ['travel'] })
    await putAgent(engine.url, 'Eva')
    await askForPerson(engine, 'anna')
    const chat = await firstOf(ana.waiting())
    await ana.act(chat, 'take')
    const to = (agent: string | null, skill: string | null) => ({ agent, skill, note: 'Wants a refund' })
    expect((await rui.act(chat, 'transfer', to('Rui', null))).json.code).toBe('desk/not-yours')
    expect((await ana.act(chat, 'transfer', to('Eva', null))).json.code).toBe('desk/not-there')
    expect((await ana.act(chat, 'transfer', to('Rui', null))).status).toBe(200)
    expect(await ana.act(chat, 'messages', { id: 'x', text: 'x' })).toMatchObject({ status: 403 })
    expect((await ana.call('GET', `/chats/${chat}`)).json.code).toBe('desk/not-yours')
    expect((await rui.detail(chat)).notes.at(-1)).toMatchObject({
      kind: 'transferred',
      agent: 'Ana',
      target: 'Rui',
      text: 'Wants a refund',
    })
    expect((await rui.act(chat, 'transfer', to(null, 'billing'))).status).toBe(200)
    expect(await ana.waiting()).toMatchObject([{ id: chat, skill: 'billing', fits: true }])
    expect(await rui.waiting()).toMatchObject([{ fits: false }])
  })

  test('each goes to who has least, in turn, where the desk does it by itself (NHN-77, D-25)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const body = { routing: 'automatic' }
    await signedCall(engine.url, { method: 'PUT', path: '/v1/desk/settings', body })
    const agents = [] as DeskCaller[]
    for (const name of ['a', 'b', 'c']) agents.push(await agentAtWork(engine.url, name))
    const order: string[] = []
    for (const contact of ['1', '2', '3', '4', '5', '6', '7']) {
      await askForPerson(engine, contact)
      const loads = await Promise.all(agents.map(async agent => await agent.mine()))
      const index = loads.findIndex(mine => mine.some(line => line.contact === contact))
      order.push(['a', 'b', 'c'][index] ?? 'nobody')
    }
    expect(order.join('')).toBe('abcabca')
  })

  test('what an agent has who is gone, or signs out, waits again in its place', async () => {
    const clock = { at: Date.now() }
    const engine = await scratchEngine({ now: () => clock.at })
    await putToWork(engine.url, deskBot(), () => clock.at)
    const put = (name: string) =>
      signedCall(engine.url, {
        method: 'PUT',
        path: `/v1/desk/agents/${name}`,
        body: { password: PASSWORD, skills: ['billing'] },
        at: clock.at++,
      })
    const [ana, rui] = [new DeskCaller(engine.url), new DeskCaller(engine.url)]
    for (const [name, agent] of [
      ['Ana', ana],
      ['Rui', rui],
    ] as const) {
      await put(name)
      await agent.signIn(name)
      await agent.accept(['billing'])
    }
    const leave = await ana.open()
    await askForPerson(engine, 'one', clock.at++)
    await askForPerson(engine, 'two', clock.at++)
    const [first, second] = (await ana.waiting()).map(({ id }) => id) as [number, number]
    await ana.act(first, 'take')
    leave()
    await rui.open()
    await expect
      .poll(async () => {
        clock.at += 46 * SECOND_MS
        return (await rui.waiting()).map(({ id }) => id)
      })
      .toEqual([first, second])
    expect((await rui.detail(first)).notes.at(-1)).toMatchObject({ kind: 'gone', agent: 'Ana' })
    await rui.act(second, 'take')
    expect((await rui.call('DELETE', '/session')).status).toBe(200)
    expect((await rui.call('GET', '/desk')).status).toBe(401)
    await ana.open()
    expect((await ana.waiting()).map(({ id }) => id)).toEqual([first, second])
  })

  test('an agent who goes on after a restart of the engine has what they had', async () => {
    const dataFolder = scratchFolder()
    const before = await scratchEngine({ dataFolder })
    await putToWork(before.url, deskBot())
    const berta = await agentAtWork(before.url, 'Berta')
    await askForPerson(before, 'anna')
    const chat = await firstOf(berta.waiting())
    await berta.act(chat, 'take')
    await before.close()
    const engine = await scratchEngine({ dataFolder })
    const again = berta.at(engine.url)
    await write(engine, 'anna', 'still there?')
    expect(await again.mine()).toMatchObject([{ id: chat, unread: 1, lastText: 'still there?' }])
    expect((await again.act(chat, 'messages', { id: 'a', text: 'Yes.' })).status).toBe(200)
    expect((await heard(engine, 'anna')).at(-1)).toBe('agent: Yes.')
  })

  test('24 hours of silence end it, and so does a bot that is taken off work (CM-15, KAL-16)', async () => {
    const clock = { at: Date.now() }
    const now = () => clock.at
    const engine = await scratchEngine({ now })
    await putToWork(engine.url, deskBot(), now)
    const put = () =>
      signedCall(engine.url, {
        method: 'PUT',
        path: '/v1/desk/agents/Berta',
        body: { password: PASSWORD, skills: ['billing'] },
        at: clock.at,
      })
    await put()
    const berta = new DeskCaller(engine.url)
    await berta.signIn('Berta')
    await berta.accept(['billing'])
    await berta.open()
    await askForPerson(engine, 'anna', clock.at)
    const chat = await firstOf(berta.waiting())
    await berta.act(chat, 'take')
    clock.at += 24 * HOUR_MS + 1
    await engine.settle()
    // A day at once is longer than a session without its page, which the open page keeps at its next beat.
    await expect.poll(async () => (await berta.call('GET', '/desk')).status).toBe(200)
    expect((await berta.detail(chat)).notes.at(-1)).toMatchObject({ kind: 'ended', text: 'time' })
    await berta.open()
    await askForPerson(engine, 'bert', clock.at)
    const other = await firstOf(berta.waiting())
    await berta.act(other, 'take')
    const rest = { reason: 'night', conversations: 'end', message: '' } as const
    expect((await clientOf(engine.url, { now }).deactivate(DESK_BOT, rest)).ok).toBe(true)
    expect(await berta.act(other, 'messages', { id: 'x', text: 'Hello?' })).toMatchObject({
      json: { code: 'desk/over' },
    })
    expect(await berta.mine()).toEqual([])
  })

  test('who writes after an agent has closed for good waits again (CM-15)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot({ returnOnClose: false, afterHandover: 'observe' }))
    const berta = await agentAtWork(engine.url, 'Berta')
    await askForPerson(engine, 'anna')
    const chat = await firstOf(berta.waiting())
    expect(await berta.detail(chat)).toMatchObject({ mode: 'observe' })
    await berta.act(chat, 'take')
    await berta.act(chat, 'close', { reason: 'unsolved' })
    expect(await berta.waiting()).toEqual([])
    await write(engine, 'anna', 'one more thing')
    expect(await berta.waiting()).toMatchObject([{ id: chat, unread: 1 }])
  })

  test('a desk without agents takes nothing, even for bots that let people wait (CM-16)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot({ queueWhenOffline: true }))
    await askForPerson(engine, 'anna')
    expect(await heard(engine, 'anna')).toContain('bot: failed')
    await putAgent(engine.url, 'Berta')
    await askForPerson(engine, 'bert')
    expect(await heard(engine, 'bert')).not.toContain('bot: failed')
  })

  test('a contact who comes again is known, and only the end of a visitor is shown (NHN-79)', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    const visitor = `web:${'v'.repeat(28)}-9zZ`
    for (const reason of ['noAnswer', 'solved']) {
      await say(engine.url, { bot: DESK_BOT, contact: visitor }, { id: `h-${reason}`, text: 'help' })
      await engine.settle()
      await say(engine.url, { bot: DESK_BOT, contact: visitor }, { id: `b-${reason}`, text: 'my bill' })
      await say(engine.url, { bot: DESK_BOT, contact: visitor }, { id: `p-${reason}`, text: '1' })
      await engine.settle()
      const chat = await firstOf(berta.waiting())
      await berta.act(chat, 'take')
      const detail = await berta.detail(chat)
      expect(detail.contact).toBe('#-9zZ')
      expect(JSON.stringify(detail)).not.toContain('vvvv')
      expect(detail.past.map(({ closeReason }) => closeReason)).toEqual(
        reason === 'solved' ? ['noAnswer'] : [],
      )
      await berta.act(chat, 'close', { reason })
    }
  })
})

describe('who may use the desk', () => {
  test('only who is signed in, from its own page, with its token, and not by guessing', async () => {
    const engine = await scratchEngine()
    await putAgent(engine.url, 'Berta')
    const berta = new DeskCaller(engine.url)
    expect((await berta.call('GET', '/desk')).json.code).toBe('desk/signed-out')
    expect((await berta.signIn('Berta', 'wrong')).json.code).toBe('desk/wrong-password')
    expect((await berta.signIn('Nobody')).json.code).toBe('desk/wrong-password')
    const response = await fetch(`${engine.url}/desk/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Berta', password: PASSWORD }),
    })
    expect(response.headers.get('set-cookie')).toMatch(
      /^parley-desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/,
    )
    expect((await berta.signIn('Berta')).status).toBe(200)
    expect((await berta.call('GET', '/desk')).status).toBe(200)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect((await berta.call('GET', '/desk', undefined, foreign)).json.code).toBe('request/forbidden')
    expect(
      (await berta.call('PUT', '/presence', { accepting: true, accepts: [] }, { 'x-desk-token': 'x' }))
        .status,
    ).toBe(403)
    const guess = new DeskCaller(engine.url)
    const codes: unknown[] = []
    for (let tries = 0; tries < 9; tries += 1) codes.push((await guess.signIn('Berta', `${tries}`)).json.code)
    expect(codes.at(-1)).toBe('request/too-many')
  })

  test('passwords are kept hashed; a new one, or the end of an agent, ends their sessions', async () => {
    const engine = await scratchEngine()
    expect((await putAgent(engine.url, 'João')).json).toEqual({
      name: 'João',
      skills: ['billing'],
      mostChats: 5,
      accepting: false,
      isThere: false,
    })
    const joao = new DeskCaller(engine.url)
    await joao.signIn('João')
    await putAgent(engine.url, 'João', { password: 'another one', skills: ['x'] })
    expect((await joao.call('GET', '/desk')).status).toBe(401)
    expect((await joao.signIn('João', 'another one')).status).toBe(200)
    expect((await joao.view()).me.skills).toEqual(['x'])
    const path = `/v1/desk/agents/${encodeURIComponent('João')}`
    expect((await signedCall(engine.url, { path, method: 'DELETE' })).status).toBe(200)
    expect((await joao.call('GET', '/desk')).status).toBe(401)
    expect((await signedCall(engine.url, { path, method: 'DELETE' })).status).toBe(404)
    expect((await fetch(`${engine.url}/v1/desk/agents`)).status).toBe(401)
  })

  test('texts that are said often are kept by name', async () => {
    const engine = await scratchEngine()
    await putAgent(engine.url, 'Berta')
    const put = (text: string) =>
      signedCall(engine.url, { method: 'PUT', path: '/v1/desk/replies/hi', body: { text } })
    await put('Hello!')
    await put('Hello, this is {{AGENT}}.')
    const berta = new DeskCaller(engine.url)
    expect((await berta.signIn('Berta')).json.replies).toEqual([
      { name: 'hi', text: 'Hello, this is {{AGENT}}.' },
    ])
    await signedCall(engine.url, { method: 'DELETE', path: '/v1/desk/replies/hi' })
    expect((await signedCall(engine.url, { path: '/v1/desk/replies' })).json).toEqual({ replies: [] })
  })
})
