import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { CallAnswer, Surroundings } from '../../../src-shared/document/surroundings.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { USUAL_HOST } from '../../../src-shared/runtime/simulated-host.ts'
import {
  happen,
  presentSession,
  replay,
  type Simulation,
  send,
  startSimulation,
} from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const support = compile(loadBot('tests/fixtures/bots/support.json'))
const partsBot = loadBot('tests/fixtures/bots/parts.json')
const parts = compile(partsBot)
const asked: Surroundings = { ...USUAL_HOST, handover: 'ask' }

const handedOver = () =>
  ['hi', '3', 'billing', 'ana@example.com'].reduce(
    (before, text) => send(before, support, { text }, asked),
    startSimulation(support),
  )
const typesOf = (simulation: Simulation) => simulation.turns.at(-1)?.events.map(({ type }) => type) ?? []

describe('playing the agent (requirements.md CM-12, CM-16)', () => {
  test('the handover waits for the person who plays the agent, who accepts', () => {
    const waiting = handedOver()
    const { effect, intake } = presentSession(waiting).more ?? {}
    expect(intake?.step).toBe('call')
    const accepted = happen(waiting, support, {
      type: 'effect',
      effect: effect ?? '',
      result: { outcome: 'accepted' },
    })
    expect(typesOf(accepted)).toContain('handoverStarted')
    expect(JSON.stringify(replay(accepted, support))).toBe(JSON.stringify(accepted))
  })

  test('declined, the conversation stays with the bot', () => {
    const waiting = handedOver()
    const { effect = '' } = presentSession(waiting).more ?? {}
    const result = { outcome: 'failed', message: 'The agent declined.' } as const
    expect(typesOf(happen(waiting, support, { type: 'effect', effect, result }))).toContain('handoverFailed')
  })
})

describe('what calls come to (issue 4, point 8)', () => {
  const [call] = [...partsBot.all('block')].filter(({ kind }) => kind === 'apiCall')
  const outcomes = (host: Surroundings) =>
    ['Hi', 'Sea view']
      .reduce((before, text) => send(before, parts, { text }, host), startSimulation(parts))
      .turns.flatMap(({ events }) => events)
      .flatMap(event => (event.type === 'effectDone' ? [[event.outcome, event.status]] : []))
  const told = (answer: CallAnswer) =>
    outcomes({ ...USUAL_HOST, calls: { [call?.id as BlockId]: answer } as Surroundings['calls'] })

  test('the recorded answer, a time-out, a network that fails, status 500', () => {
    expect(outcomes(USUAL_HOST)[0]?.[0]).toBe('answered')
    expect(outcomes({ ...USUAL_HOST, http: 'timeout' })).toEqual([['timeout', undefined]])
    expect(outcomes({ ...USUAL_HOST, http: 'failing' })).toEqual([['failed', undefined]])
    expect(outcomes({ ...USUAL_HOST, http: 'error' })).toEqual([['answered', 500]])
  })

  test('what a single block was told holds before what holds for all', () => {
    expect(told({ is: 'answer', status: 404, body: '{}' })).toEqual([['answered', 404]])
    expect(told({ is: 'timeout' })).toEqual([['timeout', undefined]])
    expect(told({ is: 'unreachable' })).toEqual([['failed', undefined]])
  })
})
