import type { DataOf } from '../../../src-shared/blocks/kinds.ts'
import { authId, blockId, type DraftBot, intentId, say, variableId } from '../document/draft-bot.ts'
import { between, type LintCase, subFlow } from './lint-cases.ts'

/** hello → the block → menu, by all its ports. */
function placed(bot: DraftBot, kind: string, data: object, ports: readonly string[] = ['next']): DraftBot {
  const built = bot.block('placed', kind, data).edge('hello', 'next', 'placed')
  return ports.reduce((led, port) => led.edge('placed', port, 'menu'), built)
}

function delay(amount: number, unit: string) {
  return (bot: DraftBot) => placed(bot, 'delay', { amount, unit })
}

/** An entry of its own that leads to the menu. */
function entry(data: object) {
  return (bot: DraftBot) => bot.block('other', 'entry', data).edge('other', 'next', 'menu')
}

const WEEK = [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }]
const CHRISTMAS = { name: 'Christmas', date: '2026-12-25', yearly: false, ranges: [] }

function hours(part: Partial<DataOf<'hours'>>) {
  const data = { zone: 'UTC', weekly: WEEK, holidays: [], opensAt: null, ...part }
  return (bot: DraftBot) => placed(bot, 'hours', data, ['open', 'closed'])
}

function intents(...names: readonly string[]) {
  const branches = names.map((name, at) => ({ id: `br_${at}`, intent: intentId(name), label: {} }))
  const data = { prompt: { en: 'What is it?' }, branches, unsure: {}, saveIntent: null, saveConfidence: null }
  return (bot: DraftBot) =>
    placed(bot.intent('refund').intent('visit'), 'intent', data, [...branches.map(({ id }) => id), 'else'])
}

function message(part: Partial<DataOf<'message'>>) {
  return (bot: DraftBot) => placed(bot, 'message', { ...say('Look'), ...part })
}

function additions(...pairs: readonly (readonly [key: string, value: string])[]) {
  return message({ additions: pairs.map(([key, value]) => ({ key, value })) })
}

function picture(url: string) {
  return message({ media: { kind: 'image', url } })
}

function button(kind: 'link' | 'call', target: string) {
  return message({ buttons: [{ kind, label: { en: 'Press' }, target }] })
}

function stream(from: string | null, until: string | null) {
  const always = {
    text: { en: 'Live' },
    url: 'https://tv.example/live',
    poster: '',
    zone: 'UTC',
    outside: {},
  }
  return (bot: DraftBot) => placed(bot, 'liveStream', { ...always, from, until })
}

function location(part: Partial<DataOf<'askLocation'>>) {
  const nowhere = { latitudeTo: null, longitudeTo: null, addressTo: null, nearestTo: null, distanceTo: null }
  const data = { prompt: { en: 'Where?' }, acceptsAddress: false, places: [], retry: {}, ...nowhere, ...part }
  return (bot: DraftBot) => placed(bot.variable('SHOP'), 'askLocation', data, ['located'])
}

function raised(name: string, ...keys: readonly string[]) {
  const values = keys.map(key => ({ name: key, value: '1' }))
  return (bot: DraftBot) => placed(bot, 'raiseEvent', { name, values })
}

function passed(...names: readonly string[]) {
  const inputs = names.map(name => ({ variable: variableId(name), value: '1' }))
  return (bot: DraftBot) =>
    between(subFlow(bot).variable('A').variable('B'), 'call', 'callFlow', { flow: 'flow_sub', inputs })
}

function call(part: Partial<DataOf<'apiCall'>>) {
  const data = {
    ...{ method: 'GET', url: 'https://api.example/orders', query: [], headers: [], body: { as: 'none' } },
    ...{ auth: null, timeoutMs: 5000, retries: 0, mapping: [], statusTo: null, mock: null, ...part },
  }
  const known = (bot: DraftBot) => bot.variable('ORDER').variable('TOKEN', { secret: true })
  return (bot: DraftBot) => placed(known(bot), 'apiCall', data, ['success', 'error', 'timeout'])
}

function language(part: Partial<DataOf<'language'>>) {
  const data = { mode: 'ask', prompt: { en: 'Language?' }, locale: null, variable: null, ...part }
  return (bot: DraftBot) => placed(bot, 'language', data)
}

/** The findings of the kinds that say, decide and act. */
export const KIND_CASES: readonly LintCase[] = [
  {
    code: 'delay/too-long',
    says: 'eight days are too long, seven are not (D-04)',
    raises: delay(8, 'days'),
    spares: delay(7, 'days'),
  },
  {
    code: 'delay/after-window',
    says: 'a day is as long as the window is, 23 hours are not (NHN-40)',
    raises: delay(24, 'hours'),
    spares: delay(23, 'hours'),
  },
  {
    code: 'entry/never',
    says: 'an event without a name never comes; a keyword needs no name',
    raises: entry({ trigger: 'event' }),
    spares: entry({ trigger: 'event', name: 'order.paid' }),
  },
  {
    code: 'entry/never',
    says: 'a schedule without times never comes',
    raises: entry({ trigger: 'schedule' }),
    spares: entry({ trigger: 'schedule', schedule: { days: [1], time: '09:30', zone: 'UTC' } }),
  },
  {
    code: 'hours/holiday-twice',
    says: 'of every year on one day; a date of its own goes before that',
    raises: hours({
      holidays: [
        { ...CHRISTMAS, yearly: true },
        { ...CHRISTMAS, yearly: true, date: '2027-12-25' },
      ],
    }),
    spares: hours({ holidays: [{ ...CHRISTMAS, yearly: true }, CHRISTMAS] }),
  },
  {
    code: 'hours/never-open',
    says: 'no times at all; a holiday may be the only day it opens',
    raises: hours({ weekly: [], holidays: [CHRISTMAS] }),
    spares: hours({ weekly: [], holidays: [{ ...CHRISTMAS, ranges: [{ from: '10:00', until: '12:00' }] }] }),
  },
  {
    code: 'hours/wrong-variable',
    says: 'the next opening is no number; a text takes it',
    raises: bot => hours({ opensAt: variableId('AT') })(bot.variable('AT', { valueType: 'number' })),
    spares: bot => hours({ opensAt: variableId('AT') })(bot.variable('AT')),
  },
  {
    code: 'intent/repeated',
    says: 'two branches for one intent (NHN-30)',
    raises: intents('refund', 'refund'),
    spares: intents('refund', 'visit'),
  },
  {
    code: 'message/address',
    says: 'a picture is not at an https address; what is filled in is known later',
    raises: picture('http://pictures.example/1.png'),
    spares: bot => picture('{{SITE}}/1.png')(bot.variable('SITE')),
  },
  {
    code: 'message/address',
    says: 'a button calls a number without its country',
    raises: button('call', '11 98765-4321'),
    spares: button('call', '+5511987654321'),
  },
  {
    code: 'message/address',
    says: 'a button opens what is no page',
    raises: button('link', 'javascript:alert(1)'),
    spares: button('link', 'https://shop.example/a?b=c'),
  },
  {
    code: 'message/address',
    says: 'no channel opens an address with a space in it',
    raises: button('link', 'https://shop.example/a b'),
    spares: button('link', 'https://shop.example/a%20b'),
  },
  {
    code: 'message/addition-twice',
    says: 'one key stands twice; another case is another key (CM-02)',
    raises: additions(['tag', 'a'], ['tag', 'b']),
    spares: additions(['tag', 'a'], ['Tag', 'b']),
  },
  {
    code: 'message/addition-type',
    says: 'livechat is a truth value, in any case (CM-02)',
    raises: additions(['livechat', 'yes']),
    spares: additions(['livechat', ' TRUE ']),
  },
  {
    code: 'message/skill-alone',
    says: 'a skill without a handover (CM-05)',
    raises: additions(['skill', 'billing']),
    spares: additions(['skill', 'billing'], ['livechat', 'true']),
  },
  {
    code: 'liveStream/empty-range',
    says: 'it ends as it begins; one without an end may begin at any time',
    raises: stream('2026-12-31 20:00', '2026-12-31 20:00'),
    spares: stream('2026-12-31 20:00', null),
  },
  {
    code: 'askLocation/unnamed-place',
    says: 'a place has no name (NHN-25)',
    raises: location({ places: [{ id: 'place_a', name: ' ', latitude: 0, longitude: 0 }] }),
    spares: location({ places: [{ id: 'place_a', name: 'Centre', latitude: 0, longitude: 0 }] }),
  },
  {
    code: 'askLocation/no-places',
    says: 'the nearest of none is asked for (NHN-25)',
    raises: location({ nearestTo: variableId('SHOP') }),
    spares: location({
      nearestTo: variableId('SHOP'),
      places: [{ id: 'place_a', name: 'Centre', latitude: 0, longitude: 0 }],
    }),
  },
  {
    code: 'askLocation/wrong-variable',
    says: 'a latitude is kept in a list',
    raises: bot => location({ latitudeTo: variableId('AT') })(bot.variable('AT', { valueType: 'list' })),
    spares: bot => location({ latitudeTo: variableId('AT') })(bot.variable('AT', { valueType: 'number' })),
  },
  {
    code: 'raiseEvent/no-name',
    says: 'an event has no name (IMI-10)',
    raises: raised(''),
    spares: raised('order.paid'),
  },
  {
    code: 'raiseEvent/value-twice',
    says: 'one value stands twice (IMI-10)',
    raises: raised('order.paid', 'TOTAL', 'TOTAL'),
    spares: raised('order.paid', 'TOTAL', 'TOTALS'),
  },
  {
    code: 'callFlow/variable-twice',
    says: 'one input stands twice (NHN-15)',
    raises: passed('A', 'A'),
    spares: passed('A', 'B'),
  },
  {
    code: 'apiCall/address',
    says: 'an address that is not https (NHN-26)',
    raises: call({ url: 'http://api.example/orders' }),
    spares: call({ url: 'https://api.example/orders/{{ORDER}}' }),
  },
  {
    code: 'apiCall/loopback',
    says: 'the engine calls its own machine; a name that begins like it is another',
    raises: call({ url: 'http://localhost:8080/orders' }),
    spares: call({ url: 'https://localhost.example/orders' }),
  },
  {
    code: 'apiCall/open-address',
    says: 'a variable says which host is called; a path may be filled in',
    raises: call({ url: 'https://{{ORDER}}.example/' }),
    spares: call({ url: 'https://api.example/{{ORDER}}' }),
  },
  {
    code: 'apiCall/not-repeated',
    says: 'what changes something is sent once; what does not may be sent again',
    raises: call({ method: 'POST', retries: 2 }),
    spares: call({ method: 'GET', retries: 2 }),
  },
  {
    code: 'apiCall/body-not-sent',
    says: 'a GET call has content',
    raises: call({ body: { as: 'json', json: '{}' } }),
    spares: call({ method: 'POST', body: { as: 'json', json: '{}' } }),
  },
  {
    code: 'apiCall/not-json',
    says: 'names without quotes; places in and out of quotes are values',
    raises: call({ method: 'POST', body: { as: 'json', json: '{ id: 1 }' } }),
    spares: call({ method: 'POST', body: { as: 'json', json: '{ "id": {{ORDER}}, "as": "no {{ORDER}}" }' } }),
  },
  {
    code: 'apiCall/secret',
    says: 'a secret in a header; the content may hold it (NHN-26)',
    raises: call({ headers: [{ name: 'X-Key', value: '{{TOKEN}}' }] }),
    spares: call({ method: 'POST', body: { as: 'json', json: '{ "key": "{{TOKEN}}" }' } }),
  },
  {
    code: 'apiCall/path',
    says: 'a path that does not begin at the answer',
    raises: call({ mapping: [{ path: 'order.id', variable: variableId('ORDER') }] }),
    spares: call({ mapping: [{ path: '$.order.id', variable: variableId('ORDER') }] }),
  },
  {
    code: 'auth/missing',
    says: 'the profile was deleted (NHN-26)',
    raises: call({ auth: authId('shop') }),
    spares: bot => call({ auth: authId('shop') })(bot.variable('KEY', { secret: true }).auth('shop')),
  },
  {
    code: 'language/no-prompt',
    says: 'it asks with no words; a fixed language asks nothing (NHN-22)',
    raises: language({ prompt: { en: ' ' } }),
    spares: language({ mode: 'fixed', prompt: {}, locale: 'en' }),
  },
  {
    code: 'language/no-variable',
    says: 'no variable names the language',
    raises: language({ mode: 'detect' }),
    spares: bot => language({ mode: 'detect', variable: variableId('SHOP') })(bot.variable('SHOP')),
  },
  {
    code: 'language/no-language',
    says: 'no language is fixed',
    raises: language({ mode: 'fixed' }),
    spares: language({ mode: 'fixed', locale: 'en' }),
  },
  {
    code: 'language/not-spoken',
    says: 'the fixed language is none of the bot’s',
    raises: language({ mode: 'fixed', locale: 'fr' }),
    spares: bot => language({ mode: 'fixed', locale: 'fr' })(bot.bot({ locales: ['en', 'fr'] })),
  },
  {
    code: 'intent/not-chosen',
    says: 'a branch has no intent',
    raises: bot =>
      intents('refund')(bot).block('placed', 'intent', {
        ...{ prompt: {}, unsure: {}, saveIntent: null, saveConfidence: null },
        branches: [{ id: 'br_0', intent: null, label: {} }],
      }),
    spares: intents('refund'),
  },
  {
    code: 'intent/missing',
    says: 'a branch’s intent was deleted',
    raises: bot => intents('refund')(bot).drop(intentId('refund')),
    spares: intents('refund'),
  },
  {
    code: 'intent/wrong-variable',
    says: 'how sure it is, is no date',
    raises: bot => sure(bot, 'date'),
    spares: bot => sure(bot, 'number'),
  },
]

function sure(bot: DraftBot, valueType: 'date' | 'number'): DraftBot {
  const built = intents('refund')(bot.variable('SURE', { valueType }))
  const { data } = built.document().get(blockId('placed')) as { data: object }
  return built.block('placed', 'intent', { ...data, saveConfidence: variableId('SURE') })
}
