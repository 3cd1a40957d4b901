import { describe, expect, test } from 'vitest'
import {
  documentToJson,
  MAX_DOCUMENT_LENGTH,
  parseDocument,
  parseDocumentText,
} from '../../../src-shared/blocks/parse-document.ts'
import { DOCUMENT_VERSION } from '../../../src-shared/document/migrations.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { END, flowId, healthyBot, say } from './draft-bot.ts'

type Json = Record<string, unknown>

/** The healthy bot as plain JSON, with one record changed. */
function bad(id: string, change: (record: Json) => unknown): unknown {
  const { parley, records } = structuredClone(documentToJson(healthyBot().document()))
  return { parley, records: records.map(record => (record.id === id ? change(record as Json) : record)) }
}

function withRecord(record: unknown): unknown {
  const { parley, records } = documentToJson(healthyBot().document())
  return { parley, records: [...records, record] }
}

const EDGE = {
  id: 'edge_new',
  type: 'edge',
  flow: 'flow_main',
  from: 'block_menu',
  port: 'else',
  to: 'block_end',
}
const hello = (data: unknown) => bad('block_hello', record => ({ ...record, data }))

const BAD: readonly Readonly<{ says: string; value: unknown; code?: string; message: RegExp }>[] = [
  { says: 'nothing', value: null, message: /At the top/ },
  { says: 'a list', value: [], message: /At the top/ },
  { says: 'no version', value: { records: [] }, message: /At parley/ },
  { says: 'version 0', value: { parley: 0, records: [] }, message: /At parley/ },
  { says: 'an unknown member', value: { parley: 1, records: [], extra: 1 }, message: /extra/ },
  {
    says: 'no bot',
    value: { parley: 1, records: [] },
    code: 'document/broken-reference',
    message: /exactly one bot/,
  },
  {
    says: 'two bots',
    value: withRecord({ ...healthyBot().document().bot, id: 'bot_2' }),
    code: 'document/broken-reference',
    message: /holds 2/,
  },
  { says: 'a record that is none', value: withRecord(7), message: /a record without an id/ },
  { says: 'an unknown type', value: withRecord({ id: 'x_1', type: 'poem' }), message: /x_1, type/ },
  {
    says: 'an unknown field',
    value: bad('flow_main', record => ({ ...record, colour: 'red' })),
    message: /flow_main.*colour/,
  },
  {
    says: 'a field of the wrong type',
    value: bad('block_hello', record => ({ ...record, x: 'left' })),
    message: /block_hello, x/,
  },
  {
    says: 'a place out of bounds',
    value: bad('block_hello', record => ({ ...record, y: 1e7 })),
    message: /block_hello, y/,
  },
  {
    says: 'a name of blanks',
    value: bad('bot_b', record => ({ ...record, name: '  ' })),
    message: /bot_b, name: a name is needed/,
  },
  {
    says: 'a variable in small letters',
    value: withRecord({
      id: 'var_x',
      type: 'variable',
      name: 'city',
      valueType: 'text',
      initial: null,
      secret: false,
      description: '',
    }),
    message: /var_x, name: use capitals/,
  },
  {
    says: 'an unknown kind',
    value: bad('block_hello', record => ({ ...record, kind: 'teleport' })),
    message: /unknown kind "teleport"; known are entry/,
  },
  {
    says: 'an inherited name as kind',
    value: bad('block_hello', record => ({ ...record, kind: 'constructor' })),
    message: /unknown kind "constructor"/,
  },
  {
    says: 'an unknown field in a block',
    value: hello({ ...say('Hi'), loud: true }),
    message: /block_hello, data.*loud/,
  },
  { says: 'data of the wrong type', value: hello({ text: 'Hi' }), message: /block_hello, data\.text/ },
  {
    says: 'a text of 1 MB',
    value: hello(say('x'.repeat(1_000_000))),
    message: /block_hello, data\.text\.en: texts hold at most 20000 characters/,
  },
  {
    says: 'an unknown language',
    value: hello({ text: { english: 'Hi' } }),
    message: /block_hello, data\.text/,
  },
  {
    says: 'an id without its prefix',
    value: withRecord({ ...EDGE, id: 'new' }),
    message: /expected an id like edge_/,
  },
  {
    says: 'an inherited name as id',
    value: JSON.parse(JSON.stringify(withRecord({ ...EDGE, id: '__proto__' }))),
    message: /expected an id like edge_/,
  },
  {
    says: 'two records of one id',
    value: withRecord({ ...EDGE, id: 'edge_in-next' }),
    message: /two records with the id edge_in-next/,
  },
  {
    says: 'a dangling edge',
    value: withRecord({ ...EDGE, to: 'block_gone' }),
    code: 'document/broken-reference',
    message: /edge_new points to block_gone \(to\)/,
  },
  {
    says: 'two edges at a port',
    value: withRecord({ ...EDGE, port: 'opt_b' }),
    code: 'document/broken-reference',
    message: /Port opt_b of block_menu already leads to block_end/,
  },
  {
    says: 'a keyword of a message',
    value: bad('kw_hi', record => ({ ...record, entry: 'block_hello' })),
    code: 'document/broken-reference',
    message: /must point to an entry/,
  },
  {
    says: 'a menu without options',
    value: bad('block_menu', record => ({ ...record, data: { ...(record.data as Json), options: [] } })),
    message: /a menu needs an option/,
  },
]

describe('a document that is not accepted', () => {
  test.each(BAD)(
    '$says: a sentence that names the place',
    ({ value, code = 'document/invalid', message }) => {
      const parsed = parseDocument(value)
      expect(parsed).toMatchObject({ ok: false, code })
      expect(!parsed.ok && parsed.message).toMatch(message)
      expect(!parsed.ok && parsed.message.length).toBeLessThan(600)
    },
  )

  test('of a newer Parley: both versions are named', () => {
    const parsed = parseDocument({ parley: 99, records: [] })
    expect(parsed).toMatchObject({ ok: false, code: 'document/too-new' })
    expect(!parsed.ok && parsed.message).toMatch(
      new RegExp(`format 99; this Parley reads up to ${DOCUMENT_VERSION}\\.`),
    )
  })

  test('with thousands of problems lists the first ones and stops', () => {
    const parsed = parseDocument({ parley: 1, records: Array.from({ length: 5000 }, () => 7) })
    expect(!parsed.ok && parsed.problems?.length).toBeLessThan(100)
  })

  test.each(['', '{', 'null?', '\u0000'])('that is not JSON: %j', text => {
    expect(parseDocumentText(text)).toMatchObject({ ok: false, code: 'document/invalid' })
  })

  test('that is too large is not even read', () => {
    const parsed = parseDocumentText(' '.repeat(MAX_DOCUMENT_LENGTH + 1))
    expect(parsed).toMatchObject({ ok: false, code: 'document/too-large' })
  })
})

describe('a document that is accepted', () => {
  test('comes out of its JSON as it went in', () => {
    const document = healthyBot().document()
    const parsed = parseDocumentText(JSON.stringify(documentToJson(document)))
    expect(parsed.ok && documentToJson(parsed.value)).toEqual(documentToJson(document))
  })

  test('may hold flows that call each other in a circle; that is for the checks', () => {
    const call = (flow: string, other: string) =>
      ({ kind: 'callFlow', data: { flow: flowId(other) }, at: { flow: flowId(flow) } }) as const
    const bot = healthyBot().flow('a').flow('b')
    for (const [flow, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const { kind, data, at } = call(flow, other)
      bot.block(`${flow}-in`, 'entry', { trigger: 'call' }, at).block(`${flow}-call`, kind, data, at)
      bot.block(`${flow}-end`, 'end', END, at).edge(`${flow}-in`, 'next', `${flow}-call`, at.flow)
      bot.edge(`${flow}-call`, 'next', `${flow}-end`, at.flow)
    }
    const parsed = parseDocument(documentToJson(bot.document()))
    expect(parsed.ok && lint(parsed.value).map(({ code }) => code)).toContain('flow/endless-calls')
  })

  test('does not give what it holds to every object', () => {
    const text = JSON.stringify(withRecord(EDGE)).replace(
      '"port":"else"',
      '"port":"else","__proto__":{"polluted":true}',
    )
    parseDocumentText(text)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
