import { describe, expect, test } from 'vitest'
import {
  conditionOf,
  groupOf,
  newCondition,
  withCondition,
} from '../../../../src-renderer/integrations/condition-draft.ts'
import {
  addRule,
  EMPTY_SERVICE,
  isServiceComplete,
  manageAsset,
  mapAsset,
  mapIntegration,
  moveRule,
  putRule,
  removeRule,
  ruleProblems,
  targetsOf,
} from '../../../../src-renderer/integrations/service-draft.ts'
import { channelOfAsset, playableOf, setupOfWish } from '../../../../src-renderer/integrations/trial-setup.ts'
import {
  problemsOfService,
  RULE_ACTIONS,
  serviceSchema,
} from '../../../../src-shared/integrations/service.ts'
import { integration } from './integration.ts'

const ALL = [
  integration({ id: 'int_bot', platform: 'own' }),
  integration({ id: 'int_desk', platform: 'ccsp' }),
  integration({ id: 'int_ours', platform: 'engine' }),
]
const mapped = ALL.reduce((service, { id }) => mapIntegration(service, id, true), {
  ...EMPTY_SERVICE,
  name: 'Shop',
})
const shop = mapAsset(mapped, 'web:bot_shop', true)
const withRules = [1, 2].reduce(service => addRule(service, targetsOf(service, ALL)), shop)

describe('the form of a service (IMI-08 to IMI-10)', () => {
  test('offers what is mapped only, bots as bots and desks as desks', () => {
    const { bots, desks } = targetsOf(shop, ALL)
    expect([bots.map(({ id }) => id), desks.map(({ id }) => id)]).toEqual([
      ['int_bot', 'int_ours'],
      ['int_desk'],
    ])
    expect(targetsOf(EMPTY_SERVICE, ALL)).toEqual({ bots: [], desks: [] })
  })

  test('a new rule can be kept at once, with a bot or without', () => {
    expect(withRules.rules.map(({ id, action, bot }) => [id, action, bot])).toEqual([
      ['rule-1', 'bot_and_ccsp', 'int_bot'],
      ['rule-2', 'bot_and_ccsp', 'int_bot'],
    ])
    expect(isServiceComplete(withRules)).toBe(true)
    expect(problemsOfService(serviceSchema.parse(withRules))).toEqual([])
    const alone = addRule({ ...EMPTY_SERVICE, name: 'Alone' }, targetsOf(EMPTY_SERVICE, ALL))
    expect(alone.rules[0]).toMatchObject({ action: 'ccsp', bot: null })
    const again = addRule(removeRule(withRules, 'rule-1'), targetsOf(shop, ALL))
    expect(again.rules.map(({ id }) => id)).toEqual(['rule-2', 'rule-3'])
  })

  test('rules are moved, and stay where there is no place to go', () => {
    const ids = (by: 1 | -1, id: string) => moveRule(withRules, id, by).rules.map(rule => rule.id)
    expect(ids(1, 'rule-1')).toEqual(['rule-2', 'rule-1'])
    expect(ids(-1, 'rule-2')).toEqual(['rule-2', 'rule-1'])
    expect(ids(-1, 'rule-1')).toEqual(['rule-1', 'rule-2'])
  })

  test('what is taken out of the service is taken out of its rules, which then lack it', () => {
    const [rule] = withRules.rules
    if (!rule) throw new Error('no rule')
    const narrow = putRule(withRules, { ...rule, assets: ['web:bot_shop'], desk: 'int_desk' })
    expect(mapAsset(narrow, 'web:bot_shop', false).rules[0]?.assets).toEqual([])
    expect(mapIntegration(narrow, 'int_desk', false).rules[0]?.desk).toBeNull()
    const without = mapIntegration(narrow, 'int_bot', false)
    expect(without.rules.map(ruleProblems)).toEqual([['bot'], ['bot']])
    expect(isServiceComplete(without)).toBe(false)
    expect(problemsOfService(without)).toEqual([])
  })

  test('an asset that others answer stays one', () => {
    expect(manageAsset(shop, 'web:bot_shop', false).assets).toEqual([{ id: 'web:bot_shop', managed: false }])
  })

  test('a rule for keywords needs some, and a condition its text', () => {
    const [rule] = withRules.rules
    if (!rule) throw new Error('no rule')
    expect(ruleProblems({ ...rule, event: 'keyword' })).toEqual(['keywords'])
    const condition = conditionOf({ mode: 'all', list: [newCondition('text', 'UTC')] })
    expect(ruleProblems({ ...rule, condition })).toEqual(['condition'])
  })
})

describe('the conditions of a rule (IMI-10)', () => {
  test('a group comes back as it was; groups in groups are left alone', () => {
    const time = newCondition('time', 'America/Bahia')
    const group = { mode: 'any', list: [time, newCondition('channel', 'UTC')] } as const
    expect(groupOf(conditionOf(group))).toEqual(group)
    expect(groupOf(time)).toEqual({ mode: 'all', list: [time] })
    expect(groupOf({ all: [{ any: [time] }] })).toBeNull()
    expect(conditionOf(withCondition({ mode: 'all', list: [time] }, 0, null))).toBeNull()
  })
})

describe('what is played offline (IMI-27)', () => {
  test('a service of one rule for each action', () => {
    for (const action of RULE_ACTIONS) {
      const { service } = setupOfWish({
        ...{ action, platform: 'own', channel: 'whatsapp' },
        ...{ afterHandover: 'observe', waitText: '', fallbackText: '' },
      })
      expect(problemsOfService(serviceSchema.parse(service))).toEqual([])
    }
  })

  test('only bots that are elsewhere can be played', () => {
    expect(playableOf(withRules, ALL).map(({ id }) => id)).toEqual(['int_bot'])
  })

  test('an asset is of the channel it is known for, or that its id begins with', () => {
    const known = [{ id: 'ch1', channel: 'instagram' }] as const
    const ids = ['ch1', 'sms:bot_shop', 'web:bot_shop', 'ch2']
    expect(ids.map(id => channelOfAsset(id, known))).toEqual(['instagram', 'sms', 'web', 'web'])
  })
})
