import { describe, expect, test } from 'vitest'
import { assetOf } from '../../../src-shared/integrations/asset-of.ts'
import { type Condition, conditionSchema, holds } from '../../../src-shared/integrations/condition.ts'
import { problemsOfService, serviceSchema } from '../../../src-shared/integrations/service.ts'
import { serviceWith } from './routing-scene.ts'

/** A Monday in winter. */
const NOON = Date.UTC(2026, 0, 5, 12)
const here = {
  channel: 'web',
  text: 'Hello World!',
  contact: 'web:anna',
  locale: 'pt-BR',
  variables: { customparam1: 'VIP', COUNT: 7, NONE: null },
  at: NOON,
} as const

describe('conditions (IMI-10)', () => {
  test.each<[Condition, boolean]>([
    [{ on: 'channel', channel: 'web' }, true],
    [{ on: 'channel', channel: 'sms' }, false],
    [{ on: 'text', is: 'equals', value: 'hello world' }, true],
    [{ on: 'text', is: 'equals', value: 'hello' }, false],
    [{ on: 'text', is: 'contains', value: 'WORLD' }, true],
    [{ on: 'text', is: 'matches', value: 'Hello .*' }, true],
    [{ on: 'text', is: 'matches', value: 'hello' }, false],
    [{ on: 'variable', name: 'customparam1', is: 'equals', value: 'vip' }, true],
    [{ on: 'variable', name: 'COUNT', is: 'equals', value: '7' }, true],
    [{ on: 'variable', name: 'NONE', is: 'contains', value: 'x' }, false],
    [{ on: 'variable', name: 'toString', is: 'contains', value: 'function' }, false],
    [{ on: 'contact', name: 'id', is: 'contains', value: 'anna' }, true],
    [{ on: 'contact', name: 'locale', is: 'equals', value: 'pt-br' }, true],
    [{ all: [] }, true],
    [{ all: [{ on: 'channel', channel: 'web' }, { any: [{ on: 'channel', channel: 'sms' }] }] }, false],
    [
      {
        any: [
          { on: 'channel', channel: 'sms' },
          { on: 'channel', channel: 'web' },
        ],
      },
      true,
    ],
    [{ on: 'time', zone: 'UTC', days: [1], from: '12:00', until: '13:00' }, true],
    [{ on: 'time', zone: 'America/Sao_Paulo', days: [1], from: '12:00', until: '13:00' }, false],
    [{ on: 'time', zone: 'UTC', days: [7], from: '22:00', until: '12:01' }, true],
    [{ on: 'time', zone: 'UTC', days: [1], from: '22:00', until: '12:01' }, false],
  ])('%j holds: %s', (condition, expected) => {
    expect(conditionSchema.parse(condition)).toEqual(condition)
    expect(holds(condition, here)).toBe(expected)
  })

  test('what cannot be looked at in time is refused', () => {
    for (const value of ['(a', '(?=a)', 'x'.repeat(201)])
      expect(conditionSchema.safeParse({ on: 'text', is: 'matches', value }).success).toBe(false)
    expect(
      conditionSchema.safeParse({ on: 'time', zone: 'Mars', days: [1], from: '12:00', until: '13:00' })
        .success,
    ).toBe(false)
  })
})

describe('services (IMI-08)', () => {
  test('rules use what is mapped, and assets that are there', () => {
    expect(problemsOfService(serviceWith([{ id: 'a' }]))).toEqual([])
    const wrong = serviceWith([{ id: 'a', bot: 'stranger', assets: ['web:bot_2'] }, { id: 'b' }, { id: 'b' }])
    expect(problemsOfService(wrong)).toEqual([
      'rules.0: stranger is not mapped to this service',
      'rules.0: web:bot_2 is no asset of this service',
      'rules: b is there twice',
    ])
  })

  test('a rule has a bot where its action has one, and words where it is about words', () => {
    const parses = (rule: object) =>
      serviceSchema.safeParse({
        name: 'S',
        assets: [],
        integrations: [],
        rules: [{ id: 'r', event: 'message', ...rule }],
      }).success
    expect(parses({ action: 'ccsp' })).toBe(true)
    expect(parses({ action: 'bot' })).toBe(false)
    expect(parses({ action: 'ccsp', event: 'keyword' })).toBe(false)
  })
})

test('a contact names its asset where its channel has some', () => {
  const bot = 'bot_1'
  expect(assetOf({ bot, contact: 'wa:1234:5511', channel: 'whatsapp' })).toBe('1234')
  expect(assetOf({ bot, contact: 'web:abc', channel: 'web' })).toBe('web:bot_1')
  expect(assetOf({ bot, contact: 'anna', channel: 'sms' })).toBe('sms:bot_1')
})
