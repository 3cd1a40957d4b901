import { describe, expect, test } from 'vitest'
import {
  play,
  type RoutingAct,
  type RoutingSimulation,
  startRouting,
} from '../../../src-shared/integrations/routing-simulation.ts'
import { serviceWith } from './routing-scene.ts'

const START = Date.UTC(2026, 0, 1, 12)
const MINUTE = 60_000

function simulation(rule: object = {}): RoutingSimulation {
  const service = serviceWith([{ id: 'both', ...rule }])
  const common = { asset: 'web:bot_1', channel: 'web', integration: 'hook', platform: 'other' } as const
  return startRouting({ service, ...common, startAt: START })
}

function played(first: RoutingSimulation, ...acts: readonly RoutingAct[]): RoutingSimulation {
  return acts.reduce(play, first)
}

const says = (text: string): RoutingAct => ({ act: 'customerSays', text })
const hands: RoutingAct = { act: 'bot', event: { type: 'handover', params: {} } }
const answers: RoutingAct = {
  act: 'bot',
  event: { type: 'message', text: 'Hello', kind: 'text', media: '', params: {} },
}

/** What happened, one short line a step. */
function linesOf({ steps }: RoutingSimulation): readonly string[] {
  return steps.map(step => {
    switch (step.what) {
      case 'attempt': {
        const told = 'Event' in step.send.payload ? step.send.payload : null
        const text = told && 'Message' in told ? told.Message : ''
        return `${(step.at - START) / MINUTE} ${told?.ConversationType} ${text} #${step.number} ${step.failed === null}`
      }
      case 'customer':
      case 'agent':
      case 'botSays':
        return `${step.what}: ${step.text} -> ${step.to}`
      case 'flag':
        return `flag ${step.flag}`
      case 'breaker':
        return `breaker ${step.state}`
      case 'refused':
        return `refused ${step.why}`
      case 'unverified':
        return `unverified ${step.failed.code}`
      case 'botTells':
        return `bot ${step.payload.eventid}`
      case 'opened':
      case 'closed':
        return `${step.what} ${step.conversation}`
      default:
        return step.what
    }
  })
}

describe('all of it played offline on a clock of its own (IMI-27)', () => {
  test('the routing flag goes to the agents and back (IMI-12)', () => {
    const done = played(
      simulation(),
      says('1'),
      answers,
      says('2'),
      hands,
      says('3'),
      { act: 'agentSays', text: 'yes?' },
      answers,
      { act: 'agentCloses' },
      says('4'),
    )
    expect(linesOf(done)).toEqual([
      'customer: 1 -> bot',
      'opened c-2',
      '0 BOT 1 #1 true',
      'bot 1001',
      'botSays: Hello -> bot',
      'customer: 2 -> bot',
      '0 BOT 2 #1 true',
      'bot 1002',
      'opened c-6',
      'flag CCSP',
      'customer: 3 -> ccsp',
      '0 CCSP 3 #1 true',
      'agent: yes? -> ccsp',
      '0 CCSP yes? #1 true',
      'bot 1001',
      'refused notBotsTurn',
      'closed c-6',
      'flag BOT',
      'customer: 4 -> bot',
      '0 BOT 4 #1 true',
    ])
  })

  test('attempts at 0, 1, 5, 20 and 60 minutes, then inactive until it is verified (IMI-17, IMI-18)', () => {
    const broken = played(
      simulation({ action: 'bot', waitText: 'One moment', fallbackText: 'Call us' }),
      { act: 'endpoint', mood: 'silent' },
      says('1'),
      says('2'),
      { act: 'wait', ms: 61 * MINUTE },
    )
    expect(linesOf(broken)).toEqual([
      'customer: 1 -> bot',
      'opened c-2',
      '0 BOT 1 #1 false',
      'botSays: One moment -> nobody',
      'customer: 2 -> bot',
      '1 BOT 1 #2 false',
      '5 BOT 1 #3 false',
      '20 BOT 1 #4 false',
      '60 BOT 1 #5 false',
      'givenUp',
      'breaker inactive',
    ])
    const mended = played(
      broken,
      says('3'),
      { act: 'verify' },
      { act: 'endpoint', mood: 'answers' },
      { act: 'verify' },
    )
    expect(linesOf(mended).slice(11)).toEqual([
      'customer: 3 -> bot',
      'botSays: Call us -> bot',
      'held',
      'unverified TIMEOUT',
      'breaker active',
      '61 BOT 2 #1 true',
      '61 BOT 3 #1 true',
    ])
  })

  test('what is held for a day is given up', () => {
    const done = played(
      simulation(),
      { act: 'endpoint', mood: 'error' },
      says('1'),
      { act: 'wait', ms: 60 * MINUTE },
      says('2'),
      { act: 'wait', ms: 25 * 60 * MINUTE },
    )
    expect(done.queue).toEqual([])
    expect(linesOf(done).at(-1)).toBe('givenUp')
  })

  test('a desk that fails leaves the conversation with the bot (CM-16)', () => {
    const done = played(simulation(), says('1'), { act: 'desk', desk: 'fails' }, hands, says('2'))
    expect(linesOf(done).slice(3)).toEqual([
      'bot 1002',
      'opened c-4',
      'deskFailed',
      'closed c-4',
      'customer: 2 -> bot',
      '0 BOT 2 #1 true',
    ])
  })

  test('a desk elsewhere is given what the customer writes', () => {
    const done = played(simulation({ desk: 'desk' }), says('1'), hands, says('2'))
    expect(linesOf(done).at(-2)).toBe('toDesk')
  })
})
