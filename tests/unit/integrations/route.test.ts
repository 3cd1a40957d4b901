import { describe, expect, test } from 'vitest'
import { playedContact, serviceWith } from './routing-scene.ts'

const BOTH = { id: 'both' }

describe('the three actions (IMI-09)', () => {
  test('forward to agents only, to the bot only, or to the bot first', () => {
    const ccsp = playedContact(serviceWith([{ id: 'r', action: 'ccsp', bot: null, skill: 'sales' }])).says(
      'hi',
    )
    expect(ccsp).toMatchObject({ to: 'ccsp', sends: [], handover: { skill: 'sales', bot: null } })
    for (const action of ['bot', 'bot_and_ccsp'] as const) {
      const bot = playedContact(serviceWith([{ id: 'r', action }])).says('hi')
      expect(bot).toMatchObject({ to: 'bot', handover: null, sends: [{ integration: 'hook' }] })
    }
  })

  test('the first rule that fits decides; without one the bot of the engine answers', () => {
    const service = serviceWith([
      { id: 'a', condition: { on: 'text', is: 'contains', value: 'sale' }, bot: 'second' },
      { id: 'b', condition: { on: 'text', is: 'contains', value: 'sales' } },
    ])
    const contact = playedContact(service)
    expect(contact.says('the sales').sends.map(({ integration }) => integration)).toEqual(['second'])
    expect(contact.says('anything else')).toMatchObject({ to: 'runtime', sends: [] })
  })

  test('a bot of this engine answers itself', () => {
    const contact = playedContact(serviceWith([{ id: 'r', bot: 'ours' }]))
    expect(contact.says('hi')).toMatchObject({ to: 'runtime', sends: [], opened: [] })
  })

  test('keywords are whole messages; taps go to rules for messages where none is for taps', () => {
    const service = serviceWith([
      { id: 'word', event: 'keyword', keywords: ['Agent'], action: 'ccsp', bot: null },
      { id: 'tap', event: 'postback', condition: { on: 'text', is: 'equals', value: 'Buy' }, bot: 'second' },
      BOTH,
    ])
    expect(playedContact(service).says('agent!')).toMatchObject({ to: 'ccsp' })
    expect(playedContact(service).says('my agent')).toMatchObject({ to: 'bot' })
    expect(playedContact(service).says('Buy', 'P1').sends).toMatchObject([{ integration: 'second' }])
    expect(playedContact(service).says('Sell', 'P2').sends).toMatchObject([
      { integration: 'hook', payload: { PostbackPayload: 'P2', Event: 'WEB POSTBACK' } },
    ])
  })
})

describe('the routing flag (IMI-11, IMI-12)', () => {
  test('the bot has it until it hands over, the agents until they close', () => {
    const contact = playedContact(serviceWith([BOTH]))
    expect([contact.says('1').to, contact.says('2').to]).toEqual(['bot', 'bot'])
    expect(contact.bot('handover')).toMatchObject({ refusal: null, handover: { conversation: 'c-2' } })
    expect(contact.desk()).toMatchObject({ routing: { flag: 'CCSP' } })
    expect(contact.says('3').to).toBe('ccsp')
    expect(contact.happen({ type: 'agentClosed', id: 'x' })).toMatchObject({
      routing: { flag: 'BOT' },
      closed: ['c-2'],
      events: [{ type: 'handoverEnded', by: 'agent' }],
    })
    expect(contact.says('4')).toMatchObject({ to: 'bot', sends: [{ conversation: 'c-1' }] })
  })

  test('a wish without agents is refused, and one that is open is not made twice', () => {
    const alone = playedContact(serviceWith([{ id: 'r', action: 'bot' }]))
    alone.says('hi')
    expect(alone.bot('handover')).toMatchObject({ refusal: 'noCcsp', handover: null })
    const contact = playedContact(serviceWith([BOTH]))
    contact.says('hi')
    contact.bot('handover')
    expect(contact.bot('handover')).toMatchObject({ refusal: null, handover: null })
    contact.desk()
    expect(contact.bot('handover')).toMatchObject({ refusal: null, handover: null })
  })

  test('a desk that refuses leaves the conversation with the bot', () => {
    const contact = playedContact(serviceWith([BOTH]))
    contact.says('hi')
    contact.bot('handover')
    expect(contact.desk(false)).toMatchObject({
      routing: { flag: 'BOT', asking: null },
      events: [{ type: 'handoverFailed' }],
      closed: ['c-2'],
    })
    expect(contact.says('still there?').to).toBe('bot')
  })

  test('rules for the handover say to which agents (IMI-10)', () => {
    const service = serviceWith([
      {
        id: 'vip',
        event: 'handover',
        condition: { on: 'variable', name: 'customparam1', is: 'equals', value: 'vip' },
        action: 'ccsp',
        bot: null,
        skill: 'VIP',
      },
      { ...BOTH, skill: 'default' },
    ])
    for (const [customparam1, skill] of [
      ['vip', 'VIP'],
      ['no', 'default'],
    ] as const) {
      const contact = playedContact(service)
      contact.says('hi')
      expect(contact.bot('handover', { params: { customparam1 } }).handover?.skill).toBe(skill)
    }
  })
})

describe('conversations (IMI-15, IMI-16, IMI-26)', () => {
  test('the bot keeps its id until it closes, agents get one each', () => {
    const contact = playedContact(serviceWith([BOTH]))
    contact.says('hi')
    const ofAgents = [1, 2].map(() => {
      const { handover } = contact.bot('handover')
      contact.desk()
      contact.happen({ type: 'agentClosed', id: 'x' })
      return handover?.conversation
    })
    expect(ofAgents).toEqual(['c-2', 'c-3'])
    expect(contact.says('again').sends[0]?.conversation).toBe('c-1')
    expect(contact.bot('close')).toMatchObject({ closed: ['c-1'] })
    expect(contact.bot('message', { conversation: 'c-1' }).refusal).toBe('closed')
    expect(contact.says('once more')).toMatchObject({ opened: [{ id: 'c-4', type: 'BOT' }] })
  })

  test('another bot has another id for the same contact', () => {
    const condition = { on: 'text', is: 'equals', value: 'b' } as const
    const contact = playedContact(serviceWith([{ id: 'b', condition, bot: 'second' }, BOTH]))
    const ids = ['a', 'b', 'a', 'b'].map(text => contact.says(text).sends[0]?.conversation)
    expect(ids).toEqual(['c-1', 'c-2', 'c-1', 'c-2'])
  })
})

describe('copies while agents have the conversation (IMI-13, IMI-24, D-13)', () => {
  test('what customer and agent say is copied, and the bot must not speak', () => {
    const contact = playedContact(serviceWith([BOTH]))
    contact.says('hi')
    contact.bot('handover')
    contact.desk()
    const copies = [
      contact.says('hello agent').sends,
      contact.happen({ type: 'agentSaid', id: 'a', text: 'hello customer' }).sends,
    ].flat()
    expect(copies.map(({ payload }) => payload)).toMatchObject([
      { ConversationType: 'CCSP', Conversationid: 'c-1', Message: 'hello agent', Event: 'Incoming message' },
      { ConversationType: 'CCSP', Conversationid: 'c-1', Message: 'hello customer', Event: 'Agent message' },
    ])
    for (const type of ['message', 'close'] as const)
      expect(contact.bot(type)).toMatchObject({ refusal: 'notBotsTurn', says: [], closed: [] })
  })

  test('detached bots get none', () => {
    const contact = playedContact(serviceWith([{ ...BOTH, afterHandover: 'detached' }]))
    contact.says('hi')
    contact.bot('handover')
    contact.desk()
    expect(contact.says('hello agent')).toMatchObject({ to: 'ccsp', sends: [] })
  })

  test('a desk elsewhere gets what the customer writes', () => {
    const contact = playedContact(serviceWith([{ ...BOTH, desk: 'desk', afterHandover: 'detached' }]))
    contact.says('hi')
    contact.bot('handover')
    contact.desk()
    expect(contact.says('hello agent').sends).toMatchObject([
      { integration: 'desk', conversation: 'c-2', payload: { type: 'message', text: 'hello agent' } },
    ])
  })

  test('of an asset that others answer the bot hears agents only (IMI-02)', () => {
    const contact = playedContact(serviceWith([BOTH], false))
    expect(contact.says('hi')).toMatchObject({ to: 'bot', sends: [] })
    contact.bot('handover')
    contact.desk()
    expect(contact.says('hi agent').sends).toEqual([])
    expect(contact.happen({ type: 'agentSaid', id: 'a', text: 'yes?' }).sends).toHaveLength(1)
  })
})

describe('a bot that is not reached (IMI-17, IMI-18)', () => {
  test('customers are asked for patience once, until it answers again', () => {
    const contact = playedContact(serviceWith([{ ...BOTH, waitText: 'One moment.' }]))
    contact.says('hi')
    const unreached = { type: 'unreached', integration: 'hook' } as const
    expect(contact.happen(unreached).says).toMatchObject([{ text: 'One moment.' }])
    expect(contact.happen(unreached).says).toEqual([])
    contact.bot('message')
    expect(contact.happen(unreached).says).toHaveLength(1)
  })

  test('an inactive webhook lets messages go to agents, or to a text where there are none', () => {
    const both = playedContact(serviceWith([BOTH]), {}, () => false)
    expect(both.says('hi')).toMatchObject({ sends: [{ integration: 'hook' }], handover: { bot: 'hook' } })
    const alone = playedContact(
      serviceWith([{ id: 'r', action: 'bot', fallbackText: 'Call us.' }]),
      {},
      () => false,
    )
    expect(alone.says('hi')).toMatchObject({ handover: null, says: [{ text: 'Call us.' }] })
    expect(alone.says('hi?').says).toEqual([])
  })
})

test('each report of a message is told, in the type the conversation has (IMI-21)', () => {
  const contact = playedContact(serviceWith([BOTH]))
  contact.says('hi')
  const report = { type: 'reported', message: 'b-1.1', description: '' } as const
  const sends = (['read', 'delivered', 'failed'] as const).flatMap(
    status => contact.happen({ ...report, status, description: status === 'failed' ? 'blocked' : '' }).sends,
  )
  expect(sends.map(({ payload }) => payload)).toMatchObject([
    { DeliveryStatus: 'Read' },
    { DeliveryStatus: 'Delivered' },
    { DeliveryStatus: 'Failed', Description: 'blocked', ConversationType: 'BOT' },
  ])
  expect(new Set(sends.map(({ id }) => id)).size).toBe(3)
})

test('silences, plans, links and closed conversations go where a rule for them says (IMI-10)', () => {
  const service = serviceWith([
    { id: 'quiet', event: 'inactivity' },
    { id: 'over', event: 'closed' },
    { id: 'plan', event: 'schedule', action: 'ccsp', bot: null },
    BOTH,
  ])
  const contact = playedContact(service)
  contact.says('hi')
  const happened = (event: 'inactivity' | 'schedule' | 'referral') =>
    contact.happen({ type: 'happened', id: event, event, text: '' })
  expect(happened('inactivity').sends).toMatchObject([{ payload: { Event: 'Inactivity', Message: '' } }])
  expect(happened('referral').to).toBe('runtime')
  expect(happened('schedule')).toMatchObject({ to: 'ccsp', handover: { bot: 'hook' } })
  contact.desk()
  expect(contact.happen({ type: 'agentClosed', id: 'x' }).sends).toMatchObject([
    { payload: { Event: 'Conversation closed', ConversationType: 'CCSP' } },
  ])
})
