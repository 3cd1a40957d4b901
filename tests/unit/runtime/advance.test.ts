import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import type { Limits } from '../../../src-shared/runtime/limits.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { readSession } from '../../../src-shared/runtime/session.ts'
import { replay, send, startSimulation, stepBack } from '../../../src-shared/runtime/simulation.ts'
import { cpuMsOf } from '../../cpu-time.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const casey = loadBot('assets/samples/casey.json')
const program = compile(casey)
const world = new SeededWorld(1, Date.UTC(2026, 0, 1, 12))

function talk(texts: readonly string[], options: Parameters<typeof startSimulation>[1] = {}) {
  return texts.reduce(
    (simulation, text) => send(simulation, program, { text }),
    startSimulation(program, options),
  )
}

function said(events: readonly Event[]): readonly string[] {
  return events.flatMap(event => (event.type === 'messageSent' ? [event.text] : []))
}

describe('what is known before the first message', () => {
  test('the name from the channel greets, Unicode intact; without one the fallback does (KAR-18)', () => {
    const greeting = (contact: Record<string, string | null>) =>
      said(talk(['Oi'], { trigger: { contact } }).turns[0]?.events ?? [])[0]
    expect(greeting({ NOME_CLIENTE: 'JOÃO SILVA' })).toBe(
      'Olá, JOÃO SILVA! Eu sou a Casey, a assistente do Case Hospital.',
    )
    expect(greeting({ NOME_CLIENTE: null })).toBe(
      'Olá, tudo bem! Eu sou a Casey, a assistente do Case Hospital.',
    )
  })

  test('a customer number keeps its leading zeros (KAR-17); a host sets no variable of the bot’s own', () => {
    const session = start(program, {
      contact: { NUMERO_CLIENTE: '00042', PATIENT_NAME: 'forged', nonsense: 1 },
    })
    expect(session.values).toEqual({ NUMERO_CLIENTE: '00042' })
  })

  test('a locale the bot does not speak is left out', () => {
    expect(start(program, { locale: 'xx' }).locale).toBeUndefined()
    expect(start(program, { locale: 'pt-BR' }).locale).toBe('pt-BR')
  })
})

describe('the words that always act', () => {
  test('#MENU in the middle of a form keeps what was answered (KAR-15)', () => {
    const { turns } = talk(['Hi', '1', 'Ana Souza', '#MENU'])
    expect(turns.at(-1)?.after).toMatchObject({
      state: 'open',
      block: 'block_services',
      values: { PATIENT_NAME: 'Ana Souza' },
    })
    expect(turns.at(-1)?.after.stack).toBeUndefined()
  })

  test('after #ENCERRAR the next conversation knows nothing of the one before (KAR-14)', () => {
    const { turns } = talk(['Hi', '1', 'Ana Souza', '#encerrar', 'Hi'])
    expect(turns[3]?.after).toMatchObject({ state: 'closed' })
    expect(turns[4]?.after.values).toBeUndefined()
  })

  test('they are what the designer wrote into the variables', () => {
    const other = loadBot('assets/samples/casey.json')
    const token = other.variableNamed('ENCERRA_FLUXO')
    if (token) other.put({ ...token, initial: 'adeus' })
    const simulation = ['Hi', '1', 'Adeus!'].reduce(
      (now, text) => send(now, compile(other), { text }),
      startSimulation(compile(other)),
    )
    expect(simulation.turns.at(-1)?.events.at(-1)).toMatchObject({
      type: 'conversationClosed',
      reason: 'token',
    })
  })
})

describe('a bot that changes while somebody talks to it', () => {
  test('the block that waits was deleted: the conversation closes, and the message begins a new one', () => {
    const edited = loadBot('assets/samples/casey.json')
    const before = talk(['Hi', '1'])
    edited.drop('block_name' as BlockId)
    const after = send(before, compile(edited), { text: 'Hi' })
    expect(
      after.turns
        .at(-1)
        ?.events.map(({ type }) => type)
        .slice(0, 3),
    ).toEqual(['messageReceived', 'conversationClosed', 'conversationStarted'])
    expect(after.turns.at(-1)?.events[1]).toMatchObject({ reason: 'deadEnd' })
  })

  test('the caller was deleted: a flow that returns ends the conversation instead of failing', () => {
    const edited = loadBot('assets/samples/casey.json')
    const before = talk(['Hi', '2'])
    edited.drop('block_inform' as BlockId)
    const after = send(before, compile(edited), { text: 'back' })
    expect(after.turns.at(-1)?.events.at(-1)).toMatchObject({ type: 'conversationClosed', reason: 'end' })
  })

  test('stepping back and playing again lead to the same place', () => {
    const whole = talk(['Hi', '1', 'Ana Souza'])
    const again = send(stepBack(whole), program, { text: 'Ana Souza' })
    expect(again).toEqual(whole)
    expect(replay(whole, program)).toEqual(whole)
  })
})

describe('limits are data (design/runtime.md)', () => {
  const last = (bot: string, limits: Partial<Limits>, texts: readonly string[]) => {
    const limited = compile(loadBot(bot), { limits })
    const simulation = texts.reduce((now, text) => send(now, limited, { text }), startSimulation(limited))
    return simulation.turns.at(-1)?.events ?? []
  }

  test.each([
    ['stepsPerTurn', { stepsPerTurn: 5 }, 'tests/fixtures/bots/long-way.json', ['go']],
    ['stepsPerConversation', { stepsPerConversation: 5 }, 'tests/fixtures/bots/long-way.json', ['go']],
    ['flowDepth', { flowDepth: 1 }, 'tests/fixtures/bots/nested.json', ['go']],
  ] as const)('%s stops the conversation and names the block (NHN-15)', (limit, limits, bot, texts) => {
    const events = last(bot, limits, texts)
    expect(events.at(-2)).toMatchObject({
      type: 'limitReached',
      limit,
      block: expect.stringMatching(/^block_/),
    })
    expect(events.at(-1)).toMatchObject({ type: 'conversationClosed', reason: 'limit' })
  })

  test('a text that is too long is cut and said', () => {
    const events = last('tests/fixtures/bots/long-way.json', { textLength: 3 }, ['go'])
    expect(said(events)[0]).toBe('Ste')
    expect(events.some(event => event.type === 'limitReached' && event.limit === 'textLength')).toBe(true)
  })

  test('of a reply of 1 MB only the beginning is looked at', () => {
    const long = `Ana ${'x'.repeat(1_000_000)}`
    const ms = cpuMsOf(() => {
      const { turns } = talk(['Hi', '1', long, long])
      expect(turns.at(-1)?.events.some(({ type }) => type === 'invalidReply')).toBe(true)
    })
    expect(ms).toBeLessThan(1000)
  })
})

test('the same input again changes nothing, and is the very same session', () => {
  const input = { id: 'a', type: 'message', text: 'Hi' } as const
  const once = advance(program, start(program, {}), input, world)
  const twice = advance(program, once.session, input, world)
  expect(twice.events).toEqual([])
  expect(twice.session).toBe(once.session)
})

test.each([
  [{ version: 3, state: 'open' }, 'session/too-new'],
  [{ version: 1, state: 'sleeping' }, 'session/invalid'],
  [{ version: 1, state: 'open', block: '__proto__' }, 'session/invalid'],
  [{ version: 1, state: 'open', extra: 1 }, 'session/invalid'],
  [null, 'session/invalid'],
  ['{}', 'session/invalid'],
])('a session from outside that is none is refused: %j', (value, code) => {
  expect(readSession(value)).toMatchObject({ ok: false, code })
})
