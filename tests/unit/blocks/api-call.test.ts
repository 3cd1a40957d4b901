import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apiCall } from '../../../src-shared/blocks/api-call.ts'
import { compileJsonTemplate, isJsonTemplate } from '../../../src-shared/blocks/json-template.ts'
import type { CompileContext, Turn } from '../../../src-shared/blocks/kind.ts'
import { addQuery, compileUrl, isHostVariable } from '../../../src-shared/blocks/url-template.ts'
import { valueOfJson } from '../../../src-shared/blocks/value-of-json.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { botOfCase } from '../../data/recording/block-case.ts'

const HOSTILE = 'a"b\\c\n{{X}}", "admin": true, "x": "\ud83d'

/** Places that are names alone, which is all that these tests need. */
function contextWith(values: Readonly<Record<string, Value>>): CompileContext {
  return { formula: (source: string) => () => values[source.trim()] ?? null } as unknown as CompileContext
}

const turn = {} as Turn

function json(source: string, values: Readonly<Record<string, Value>>): string {
  return compileJsonTemplate(source, contextWith(values))(turn)
}

function url(source: string, values: Readonly<Record<string, Value>> = {}): string | null {
  return compileUrl(source, contextWith(values))(turn)
}

describe('JSON with places (NHN-26)', () => {
  test.each([
    ['{"q": "{{X}}"}', 'say "hi"', { q: 'say "hi"' }],
    ['{"q": "<{{X}}>"}', 1.5, { q: '<1.5>' }],
    ['{"q": {{X}}}', 1.5, { q: 1.5 }],
    ['{"q": {{X}}}', 'text', { q: 'text' }],
    ['{"q": {{X}}}', null, { q: null }],
    ['{"q": {{X}}}', true, { q: true }],
    ['{"q": {{X}}}', ['a', 2], { q: ['a', 2] }],
    ['{"q": "{{X|none}}"}', null, { q: 'none' }],
    ['{"a\\"{{X}}": "\\\\"}', 'k', { 'a"k': '\\' }],
  ])('%s with %j', (source, value, expected) => {
    expect(JSON.parse(json(source, { X: value }))).toEqual(expected)
    expect(isJsonTemplate(source)).toBe(true)
  })

  test.each(['', '{"q": }', "{'q': 1}", '{"q": "{{X}}}', '{"q": {{X}} {{X}}}'])('%j is not JSON', source =>
    expect(isJsonTemplate(source)).toBe(false),
  )

  test('law: whatever a customer writes stays one value', () => {
    const written = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(HOSTILE))
    fc.assert(
      fc.property(written, text => {
        const read = JSON.parse(json('{"in": "{{X}}", "alone": {{X}}}', { X: text }))
        expect(read).toEqual({ in: text, alone: text })
      }),
      { seed: 26 },
    )
  })
})

describe('addresses with places (NHN-26)', () => {
  test.each([
    ['https://a.example/orders/{{X}}', '1/2?x#y', 'https://a.example/orders/1%2F2%3Fx%23y'],
    ['https://a.example?q={{X}}', 'a&b=c d', 'https://a.example?q=a%26b%3Dc%20d'],
    ['{{X}}/orders', 'https://b.example/v1', 'https://b.example/v1/orders'],
    ['https://a.example/x#{{X}}', 'gone', 'https://a.example/x'],
    ['https://a.example/{{X}}', '\ud83d', 'https://a.example/%EF%BF%BD'],
    ['https://a.example/{{X}}', '..', null],
    ['https://a.example/a{{X}}/', '/../..', 'https://a.example/a%2F..%2F../'],
    ['https://a.example/%2E{{X}}/b', '.', null],
    ['https://a.example{{X}}', '@evil.example', null],
    ['{{X}}', 'javascript:alert(1)', null],
    ['{{X}}', '', null],
    ['https://{{X}}/', 'a b', null],
    ['https://user:pass@a.example/', '', null],
  ])('%s with %j', (source, value, expected) => expect(url(source, { X: value })).toBe(expected))

  test('what is asked for is added behind what is there', () => {
    expect(addQuery('https://a.example/x', [])).toBe('https://a.example/x')
    expect(addQuery('https://a.example/x', [['a b', 'c&d']])).toBe('https://a.example/x?a%20b=c%26d')
    expect(addQuery('https://a.example/x?y=1', [['z', '']])).toBe('https://a.example/x?y=1&z=')
  })

  test('the designer is told when a variable decides where a call goes', () => {
    expect(['{{B}}/x', 'https://{{B}}/x', 'https://a.example{{B}}'].map(isHostVariable)).toEqual([
      true,
      true,
      true,
    ])
    expect(['https://a.example/{{B}}', 'https://a.example', ''].map(isHostVariable)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('law: a value in the path never changes where the call goes, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const made = url('https://a.example/v1/{{X}}/end?q={{X}}', { X: text })
        if (made === null) return
        const { host, pathname, searchParams } = new URL(made)
        expect([host, pathname.split('/').length, [...searchParams.keys()]]).toEqual(['a.example', 4, ['q']])
      }),
      { seed: 26, numRuns: 500 },
    )
  })
})

describe('what variables get of an answer (NHN-26)', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)

  test.each([
    ['scalars stay', 'x', 'text', 'x'],
    ['null is empty', null, 'number', null],
    ['lists of scalars', ['a', 1, true, null], 'list', ['a', 1, 'true', '']],
    ['a list for a text is a list still', ['a', 1], 'text', ['a', 1]],
    ['objects become JSON', { a: 1 }, 'text', '{"a":1}'],
    ['so do lists of objects', [{ a: 1 }], 'text', '[{"a":1}]'],
    ['and objects in lists', [{ a: 1 }], 'list', ['{"a":1}']],
    ['numbers that no computer holds', JSON.parse('1e999'), 'number', undefined],
    ['the same in a list', [JSON.parse('-1e999')], 'list', undefined],
    ['texts that are too long', 'x'.repeat(20_001), 'text', undefined],
    ['lists that are too long', Array.from({ length: 1001 }, () => 1), 'list', undefined],
    ['what is nested too deeply', deep, 'text', undefined],
  ] as const)('%s', (_, found, type, expected) => expect(valueOfJson(found, type)).toEqual(expected))
})

const CALL = apiCall.defaults({ locale: 'en', newId: () => 'x' })
const PROFILE = {
  id: 'auth_crm',
  type: 'auth',
  name: 'CRM',
  scheme: 'oauth2',
  identity: 'parley',
  secret: 'var_key',
  tokenUrl: 'https://login.example/token',
  scope: 'orders',
}

/** The effect that a call asks for in a conversation in Portuguese. */
function effectOf(data: object, initial: Value, valueType: 'text' | 'number' = 'text') {
  const document = botOfCase(
    'apiCall',
    {
      says: '',
      rules: [],
      data: { ...CALL, ...data } as never,
      ports: ['success', 'error'],
      variables: [
        { name: 'X', valueType, initial },
        { name: 'KEY', valueType: 'text', secret: true },
      ],
      records: [PROFILE],
      turns: [],
    },
    'effect',
  )
  const program = compile(document)
  const session = start(program, { locale: 'pt-BR' })
  const { effects } = advance(
    program,
    session,
    { id: 'a', type: 'message', text: 'go' },
    new SeededWorld(1, 0),
  )
  return effects[0]
}

describe('the call a host is asked for (NHN-26, NHN-148)', () => {
  test('holds all that was written, and the name of the secret alone', () => {
    const effect = effectOf(
      {
        method: 'PUT',
        url: 'https://api.example/{{X}}',
        query: [{ name: 'q r', value: 'é{{X}}' }],
        headers: [{ name: 'X-Text', value: '<{{X}}>' }],
        body: {
          as: 'form',
          form: [
            { name: 'a', value: '{{X}}' },
            { name: 'b', value: '1' },
          ],
        },
        auth: 'auth_crm',
        retries: 2,
        timeoutMs: 900,
      },
      'a&b\r\nX-Admin: 1',
    )
    const { id, type: _, secret: __, ...profile } = PROFILE
    expect(effect).toEqual({
      id: expect.any(String),
      type: 'http',
      method: 'PUT',
      url: 'https://api.example/a%26b%0D%0AX-Admin%3A%201?q%20r=%C3%A9a%26b%0D%0AX-Admin%3A%201',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-text': '<a&b X-Admin: 1>' },
      body: 'a=a%26b%0D%0AX-Admin%3A%201&b=1',
      auth: { ...profile, secret: 'KEY' },
      retries: 2,
      timeoutMs: 900,
      mock: null,
    })
  })

  test('numbers have a point in every language', () => {
    const body = { as: 'json', json: '{"t": "{{X}}", "n": {{X}}}' }
    const effect = effectOf({ method: 'POST', url: 'https://api.example/{{X}}', body }, 1.5, 'number')
    expect(effect).toMatchObject({ url: 'https://api.example/1.5', body: '{"t": "1.5", "n": 1.5}' })
  })

  test('what could do its work twice is not repeated, and GET sends no content', () => {
    const body = { as: 'text', text: 'x' }
    const url = 'https://api.example/'
    expect(effectOf({ method: 'POST', url, body, retries: 3 }, null)).toMatchObject({ retries: 0, body: 'x' })
    expect(effectOf({ method: 'GET', url, body, retries: 3 }, null)).toMatchObject({
      retries: 3,
      body: null,
      headers: {},
    })
  })

  test.each(['Host', 'content-length', 'Transfer-Encoding', 'a b', 'x:y', 'é', ''])(
    'a header named %j is refused',
    name => expect(apiCall.schema.safeParse({ ...CALL, headers: [{ name, value: '' }] }).success).toBe(false),
  )
})

describe('what is wrong with a call is said before it is made (NHN-26)', () => {
  const context = {
    locales: ['en'],
    variable: () => null,
    isSecret: (name: string) => name === 'KEY',
    normalise: (text: string) => text,
  }
  const url = 'https://api.example/'
  test.each([
    [{ url: '' }, []],
    [{ url }, []],
    [{ url: 'http://api.example/' }, ['apiCall/address']],
    [{ url: 'https://me:word@api.example/' }, ['apiCall/address']],
    [{ url: 'http://localhost:8080/x' }, ['apiCall/loopback']],
    [{ url: '{{BASE}}/x' }, ['apiCall/open-address']],
    [{ url: `${url}?key={{KEY}}` }, ['apiCall/secret']],
    [{ url, headers: [{ name: 'X-Key', value: '{{KEY}}' }] }, ['apiCall/secret']],
    [{ url, method: 'POST', body: { as: 'json', json: '{"key": "{{KEY}}"}' } }, []],
    [{ url, method: 'POST', body: { as: 'json', json: '{key: 1}' } }, ['apiCall/not-json']],
    [{ url, body: { as: 'text', text: '' } }, ['apiCall/body-not-sent']],
    [{ url, method: 'POST', retries: 1 }, ['apiCall/not-repeated']],
    [{ url, mapping: [{ path: 'a.b', variable: null }] }, ['apiCall/path']],
  ] as const)('%j', (part, codes) => {
    const data = apiCall.schema.parse({ ...CALL, ...part })
    expect(apiCall.check?.(data, context).map(({ code }) => code)).toEqual(codes)
  })
})
