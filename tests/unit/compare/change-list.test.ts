import { describe, expect, test } from 'vitest'
import { changesByFlow, flowOf, SIGNS } from '../../../src-shared/compare/change-list.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { differenceMarks, formerEdge } from '../../../src-shared/compare/difference-marks.ts'
import { overlaidBots } from '../../../src-shared/compare/overlaid-bots.ts'
import type { EdgeId } from '../../../src-shared/document/ids.ts'
import { block, edge, plain, smallBot } from './small-bot.ts'

const flow2 = { id: 'flow_two', type: 'flow', name: 'Two', description: '' }
const inTwo = { ...block('block_far', 'message', 'Far', { text: { en: 'Far.' } }), flow: 'flow_two' }

const before = smallBot()
const after = smallBot({
  'block_menu/data/prompt': { en: 'How can we help?', pt: 'Como podemos ajudar?' },
  'block_menu/x': 300,
  'block_book/x': 600,
  edge_3: edge('edge_7', 'block_menu', 'opt_b', 'block_book'),
  block_set: null,
  flow_two: flow2,
  block_far: inTwo,
  var_name: { id: 'var_name', type: 'variable', name: 'NAME', ...plain() },
})
const difference = compareBots(before, after)

describe('the list of differences (KAL-07)', () => {
  const groups = changesByFlow(difference)

  test('is grouped by flow, the main one first, what is in no flow last', () => {
    expect(groups.map(({ flow }) => flow)).toEqual(['flow_main', 'flow_two', null])
  })

  test('follows the canvas from left to right, and what was only moved comes last', () => {
    expect(groups[0]?.changes.map(({ id, mark }) => `${SIGNS[mark]} ${id}`)).toEqual([
      '− block_set',
      '~ block_menu',
      '~ edge:block_menu:opt_b',
      '↗ block_menu/@place',
      '↗ block_book/@place',
    ])
  })

  test('the marks at a translation stand in the flow of what they are about', () => {
    const mark = { id: 'tr_1', type: 'translation', record: 'block_menu', outdated: {} }
    expect(flowOf(mark as never, after)).toBe('flow_main')
  })

  test('each line names the parts that are taken with it', () => {
    const [, menu] = groups[0]?.changes ?? []
    expect(menu?.parts).toEqual(['block_menu/data/prompt/en'])
  })
})

describe('what is drawn how', () => {
  const { before: left, after: right, both } = differenceMarks(difference)

  test('a changed block is marked on both sides, one that went only before, one that came only after', () => {
    expect([...left.blocks].sort()).toEqual([
      ['block_book', 'moved'],
      ['block_menu', 'changed'],
      ['block_set', 'removed'],
    ])
    expect([...right.blocks].sort()).toEqual([
      ['block_book', 'moved'],
      ['block_far', 'added'],
      ['block_menu', 'changed'],
    ])
  })

  test('an edge that leads elsewhere is drawn twice when both versions lie on one canvas', () => {
    const document = overlaidBots(difference)
    const former = formerEdge('edge_3' as EdgeId)
    expect(document.get(former)).toMatchObject({ to: 'block_ask' })
    expect(both.edges.get(former)).toBe('removed')
    expect(both.edges.get('edge_7' as EdgeId)).toBe('changed')
    expect(document.get('block_set' as never)).toBeDefined()
    expect(both.from.get('block_book' as never)).toEqual({ x: 0, y: 0 })
  })
})
