import { describe, expect, test } from 'vitest'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { dueAt } from '../../../src-shared/runtime/expire.ts'
import { type SimulatedHost, USUAL_HOST } from '../../../src-shared/runtime/simulated-host.ts'
import {
  happen,
  presentSession,
  presentTime,
  replay,
  SIMULATION_START_AT,
  type Simulation,
  send,
  skipTime,
  startSimulation,
  stepBack,
} from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const program = compile(loadBot('tests/fixtures/bots/support.json'))
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const talk = (simulation: Simulation, ...texts: string[]) =>
  texts.reduce((before, text) => send(before, program, { text }), simulation)
const typesOf = (simulation: Simulation) => simulation.turns.at(-1)?.events.map(({ type }) => type) ?? []

describe('the clock of a simulation', () => {
  test('what is due on the way happens at its time, and the clock stands where it was moved to', () => {
    const begun = talk(startSimulation(program), 'hi')
    const due = dueAt(program, presentSession(begun))
    expect(due).toBe(SIMULATION_START_AT + 1000 + 15 * MINUTE_MS)
    const later = skipTime(begun, program, HOUR_MS)
    expect(later.turns.map(({ at }) => at - SIMULATION_START_AT)).toEqual([
      1000,
      1000 + 15 * MINUTE_MS,
      1000 + HOUR_MS,
    ])
    expect(presentTime(later)).toBe(SIMULATION_START_AT + 1000 + HOUR_MS)
    expect(presentSession(later).state).toBe('closed')
  })

  test('moved less than that, nothing happens', () => {
    const later = skipTime(talk(startSimulation(program), 'hi'), program, 14 * MINUTE_MS)
    expect(presentSession(later).state).toBe('open')
    expect(typesOf(later)).toEqual([])
  })

  test('a step back takes the time back too', () => {
    const begun = talk(startSimulation(program), 'hi')
    const later = skipTime(begun, program, 14 * MINUTE_MS)
    expect(presentTime(stepBack(later))).toBe(presentTime(begun))
  })
})

describe('the world outside', () => {
  const handedOver = (host: SimulatedHost) =>
    ['3', 'billing', 'ana@example.com'].reduce(
      (before, text) => send(before, program, { text }, host),
      talk(startSimulation(program), 'hi'),
    )

  test('agents are there and take over; the customer is theirs', () => {
    const simulation = handedOver(USUAL_HOST)
    expect(typesOf(simulation)).toContain('handoverStarted')
    const said = happen(simulation, program, { type: 'agent', action: 'message', text: 'Hello, I am here.' })
    expect(typesOf(said)).toEqual(['agentMessage'])
    expect(talk(said, 'hi').turns.at(-1)?.events[0]).toMatchObject({ rule: 'agent' })
  })

  test.each<[string, Partial<SimulatedHost>]>([
    ['nobody is there', { agents: 'offline' }],
    ['the presence check fails', { agents: 'failing' }],
    ['the handover fails', { handover: 'failing' }],
  ])('%s: the bot goes on', (_, host) => {
    const simulation = handedOver({ ...USUAL_HOST, ...host })
    expect(typesOf(simulation)).toContain('handoverFailed')
    expect(presentSession(simulation).more?.agentAt).toBeUndefined()
  })

  test('the same again, at the same times, is the same to the byte', () => {
    const simulation = skipTime(handedOver(USUAL_HOST), program, 25 * HOUR_MS)
    expect(JSON.stringify(replay(simulation, program))).toBe(JSON.stringify(simulation))
  })
})
