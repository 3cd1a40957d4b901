import fc from 'fast-check'
import { expect, test } from 'vitest'
import { surroundingsOf } from '../../../src-main/store/surroundings.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { EdgeId, FlowId, KeywordId, VariableId } from '../../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { BOT, block, blockId, chainRecords, edge, FLOW } from './chain-bot.ts'
import { addDocument, scratchLibrary } from './scratch-library.ts'

const OTHER = 'flow_other' as FlowId
const SEED = 20260131

/** Two flows, so that edges, blocks and flows can go wrong in every way. */
function records(): BotDocRecord[] {
  return [
    ...chainRecords(4),
    { id: OTHER, type: 'flow', name: 'Other', description: '' },
    { ...block('message', 10, { text: {} }), flow: OTHER },
    { ...block('end', 11, { mode: 'return', text: {} }), flow: OTHER },
    { ...edge(10, blockId(10), blockId(11)), flow: OTHER },
  ]
}

const anyBlock = fc.constantFrom(0, 1, 2, 5, 10, 11, 12, 77).map(blockId)
const anyFlow = fc.constantFrom(FLOW, OTHER, 'flow_none' as FlowId)
const after: fc.Arbitrary<BotDocRecord> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(0, 1, 5, 10, 12).map(blockId),
      flow: anyFlow,
      kind: fc.constantFrom('entry', 'message'),
    })
    .map(({ id, flow, kind }) => ({
      ...block(kind, 0, kind === 'entry' ? { trigger: 'keyword' } : { text: {} }),
      id,
      flow,
    })),
  fc
    .record({ id: fc.constantFrom(0, 1, 10, 20), flow: anyFlow, from: anyBlock, to: anyBlock })
    .map(({ id, flow, from, to }) => ({ ...edge(id, from, to), flow })),
  fc.record({ id: fc.constantFrom('kw_hello', 'kw_new'), entry: anyBlock }).map(
    ({ id, entry }): BotDocRecord => ({
      id: id as KeywordId,
      type: 'keyword',
      text: 'x',
      match: 'exact',
      locale: null,
      entry,
    }),
  ),
  fc.record({ id: fc.constantFrom('var_name', 'var_new'), name: fc.constantFrom('CUSTOMER', 'OTHER') }).map(
    ({ id, name }): BotDocRecord => ({
      id: id as VariableId,
      type: 'variable',
      name,
      valueType: 'text',
      initial: '',
      secret: false,
      description: '',
    }),
  ),
  fc
    .record({ mainFlow: anyFlow, mainMenu: fc.option(anyBlock) })
    .map(({ mainFlow, mainMenu }): BotDocRecord => ({ ...bot(), mainFlow, mainMenu })),
)
const gone = fc.constantFrom<string>(
  BOT,
  FLOW,
  OTHER,
  blockId(0),
  blockId(1),
  blockId(10),
  blockId(11),
  'edge_0',
  'edge_1',
  'edge_10',
  'kw_hello',
  'var_name',
)

function bot() {
  const [first] = records()
  if (first?.type !== 'bot') throw new Error('the bot record comes first')
  return first
}

function changesOf(document: BotDocument, put: readonly BotDocRecord[], drop: readonly string[]): Changes {
  const present = (id: string) => document.get(id as EdgeId) ?? null
  return Object.fromEntries([
    ...drop.map(id => [id, { before: present(id), after: null }]),
    ...put.map(record => [record.id, { before: present(record.id), after: record }]),
  ]) as Changes
}

test(`checking an edit over its surroundings says what checking it over the whole bot says, seed ${SEED}`, () => {
  const db = scratchLibrary()
  addDocument(db, BotDocument.of(records()))
  const seen = { fits: 0, broken: 0 }
  const law = fc.property(
    fc.array(after, { maxLength: 5 }),
    fc.array(gone, { maxLength: 5 }),
    (put, drop) => {
      const whole = BotDocument.of(records())
      const changes = changesOf(whole, put, drop)
      const expected = applyChanges(whole, changes)
      const actual = applyChanges(surroundingsOf(db, BOT, changes), changes)
      seen[expected.ok ? 'fits' : 'broken'] += 1
      expect(actual.ok ? 'fits' : actual.code).toBe(expected.ok ? 'fits' : expected.code)
    },
  )
  fc.assert(law, { seed: SEED, numRuns: 3000 })
  expect(Math.min(seen.fits, seen.broken)).toBeGreaterThan(200)
})
