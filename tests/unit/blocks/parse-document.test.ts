import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  documentToJson,
  MAX_DOCUMENT_LENGTH,
  parseDocument,
  parseDocumentText,
} from '../../../src-shared/blocks/parse-document.ts'

type Raw = Record<string, unknown> & { id: string; type: string }

function orders(change: (records: Raw[]) => Raw[] = records => records): unknown {
  const { parley, records } = JSON.parse(readFileSync('assets/samples/orders.json', 'utf8')) as {
    parley: number
    records: Raw[]
  }
  return { parley, records: change(records) }
}

/** The sample with members of one record replaced. */
function changed(id: string, members: Record<string, unknown>): unknown {
  return orders(records => records.map(record => (record.id === id ? { ...record, ...members } : record)))
}

describe('a bot document from outside', () => {
  test('comes in and goes out as it was', () => {
    const document = parseDocument(orders())
    expect(document.ok && documentToJson(document.value)).toEqual(orders())
  })

  test.each<[string, unknown, string]>([
    ['an unknown field', changed('block_mug', { colour: 'red' }), 'block_mug: '],
    [
      'an unknown field of a block’s data',
      changed('block_any', { data: { trigger: 'anyMessage', more: 1 } }),
      'block_any, data: ',
    ],
    [
      'an unknown kind',
      changed('block_any', { kind: 'teleport' }),
      'block_any is of the unknown kind "teleport"; known are entry, message',
    ],
    ['a wrong type', changed('block_mug', { x: 'left' }), 'block_mug, x: '],
    ['a place that is no number', changed('block_mug', { x: Number.NaN }), 'block_mug, x: '],
    ['an unknown record type', changed('kw_hi', { type: 'macro' }), 'kw_hi, type: '],
    ['an id of another type', changed('kw_hi', { id: 'block_hi' }), 'block_hi'],
    ['an id every object inherits', changed('kw_hi', { id: '__proto__' }), '__proto__'],
    [
      'a text of 1 MB',
      changed('block_leave', { data: { mode: 'close', text: { en: 'x'.repeat(1_000_000) } } }),
      'texts hold at most 20000 characters',
    ],
    ['a locale that is none', changed('bot_orders', { locales: ['english'] }), 'bot_orders, locales.0'],
    [
      'a dangling edge',
      changed('edge_orders-1', { to: 'block_nowhere' }),
      'edge_orders-1 points to block_nowhere',
    ],
    ['an edge out of its flow', changed('edge_orders-1', { flow: 'flow_nowhere' }), 'flow_nowhere'],
    [
      'two edges at one port',
      orders(records => [
        ...records,
        { ...(records.find(({ id }) => id === 'edge_orders-1') as Raw), id: 'edge_twin' },
      ]),
      'already leads',
    ],
    ['the same id twice', orders(records => [...records, records[0] as Raw]), 'two records with the id'],
    ['two variables of one name', changed('var_price', { name: 'TOTAL' }), 'two variables named TOTAL'],
    [
      'a keyword that wakes no entry',
      changed('kw_hi', { entry: 'block_mug' }),
      'must point to an entry block',
    ],
    ['no bot', orders(records => records.filter(({ type }) => type !== 'bot')), 'exactly one bot record'],
    ['records that are none', { parley: 1, records: [null, 3, 'x', []] }, 'a record without an id'],
    [
      'too many records',
      { parley: 1, records: Array.from({ length: 200_001 }, () => 0) },
      'at most 200000 records',
    ],
    ['a newer format', { parley: 2, records: [] }, 'It has format 2; this Parley reads up to 1'],
    ['no format', { records: [] }, 'At parley'],
    ['nothing', null, 'At the top'],
  ])('%s is refused, naming the place', (_, value, reason) => {
    const refused = parseDocument(value)
    expect(refused.ok ? 'accepted' : refused.message).toContain(reason)
  })

  test('all problems of a document come at once, up to fifty, each with its record', () => {
    const refused = parseDocument(orders(records => records.map(record => ({ ...record, extra: true }))))
    expect(refused).toMatchObject({ ok: false, code: 'document/invalid' })
    expect(refused.ok ? 0 : refused.problems?.length).toBe(50)
    expect(refused.ok ? [] : refused.problems?.map(({ pointer }) => pointer)).toContain('block_address')
  })

  test('text that is too long or no JSON is refused before anything is made of it', () => {
    expect(parseDocumentText(' '.repeat(MAX_DOCUMENT_LENGTH + 1))).toMatchObject({
      ok: false,
      code: 'document/too-large',
    })
    expect(parseDocumentText('{"parley":')).toMatchObject({ ok: false, code: 'document/invalid' })
  })
})
