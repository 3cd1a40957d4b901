import { describe, expect, test } from 'vitest'
import { readScriptLine } from '../../../src-cli/script-line.ts'

function happens(line: string): unknown {
  const step = readScriptLine(line)
  return step.ok && step.value.do === 'happen' ? step.value.happening : step
}

describe('a line of a script', () => {
  test('is what the customer types, to the letter; #MENU is a message (requirements.md KAR-15)', () => {
    for (const text of ['Hi', '  spaces stay ', '#MENU', '-- !skip', '? !'])
      expect(happens(text)).toEqual({ type: 'message', text })
  })

  test('with two ! is a message that begins with one', () => {
    expect(happens('!!skip 15m')).toEqual({ type: 'message', text: '!skip 15m' })
    expect(happens('!!')).toEqual({ type: 'message', text: '!' })
  })

  test.each([
    ['!skip 30s', { do: 'skip', ms: 30_000 }],
    ['!skip 15m', { do: 'skip', ms: 900_000 }],
    ['!skip 1h', { do: 'skip', ms: 3_600_000 }],
    ['!skip 2d ', { do: 'skip', ms: 172_800_000 }],
    ['!option opt_tea', { do: 'tap', option: 'opt_tea' }],
  ])('%s', (line, step) => {
    expect(readScriptLine(line)).toEqual({ ok: true, value: step })
  })

  test.each([
    ['!event order.shipped {"ORDER": 12}', { type: 'event', name: 'order.shipped', values: { ORDER: 12 } }],
    ['!event order.shipped', { type: 'event', name: 'order.shipped' }],
    ['!referral spring', { type: 'referral', ref: 'spring' }],
    ['!referral', { type: 'referral', ref: '' }],
    ['!proactive', { type: 'proactive' }],
    ['!proactive {"NAME":"Ana"}', { type: 'proactive', values: { NAME: 'Ana' } }],
    ['!agent Good morning, you', { type: 'agent', action: 'message', text: 'Good morning, you' }],
    ['!close', { type: 'agent', action: 'close', text: '' }],
    [
      '!location -12.97, -38.5',
      { type: 'message', text: '', location: { latitude: -12.97, longitude: -38.5 } },
    ],
  ])('%s', (line, happening) => {
    expect(happens(line)).toEqual(happening)
  })

  test.each([
    ['!dance', 'there is no !dance; there are !skip'],
    ['!', 'there is no !;'],
    ['!toString', 'there is no !toString'],
    ['!skip', 'such as 30s, 15m, 1h or 2d'],
    ['!skip 1w', 'such as 30s'],
    ['!skip 367d', 'up to 366 days'],
    ['!event', 'name'],
    ['!event two words', 'is not JSON'],
    ['!event e {"lower": 1}', 'values'],
    ['!event e [1]', 'values'],
    ['!proactive {', 'is not JSON'],
    ['!location', 'LATITUDE,LONGITUDE'],
    ['!location 1,2,3', 'LATITUDE,LONGITUDE'],
    ['!location 91,0', 'location.latitude'],
    ['!agent', '!agent TEXT'],
    ['!close now', 'stands alone'],
    ['!option', '!option ID'],
  ])('%s is refused, and what to write is said', (line, message) => {
    expect(readScriptLine(line)).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  })
})
