import { describe, expect, test } from 'vitest'
import type { Choice } from '../../../src-shared/compare/conflict.ts'
import { mergeBots } from '../../../src-shared/compare/merge-bots.ts'
import { at, block, type Edits, edge, option, plain, smallBot } from './small-bot.ts'

const [a, b, c] = [option('opt_a', 'Book'), option('opt_b', 'Ask'), option('opt_c', 'Leave')]
const PROMPT = 'block_menu/data/prompt'
const OPTIONS = 'block_menu/data/options'
const gone = { block_ask: null, edge_3: null }
const led = edge('edge_9', 'block_menu', 'opt_c', 'block_ask')

type Case = Readonly<{
  name: string
  ours: Edits
  theirs: Edits
  choices?: Readonly<Record<string, Choice>>
  /** What came of it, by place; undefined for a record that is not there. */
  gives: Readonly<Record<string, unknown>>
  conflicts?: readonly (readonly [id: string, is: string, needs?: readonly string[]])[]
}>

const CASES: readonly Case[] = [
  {
    name: 'fields and languages of one block',
    ours: { [`${PROMPT}/en`]: 'Hello', 'block_menu/title': 'Menu' },
    theirs: { [`${PROMPT}/pt`]: 'Olá', 'block_menu/x': 50 },
    gives: { [PROMPT]: { en: 'Hello', pt: 'Olá' }, 'block_menu/title': 'Menu', 'block_menu/x': 50 },
  },
  {
    name: 'options by id, with their order',
    ours: { [OPTIONS]: [c, a, b] },
    theirs: { [OPTIONS]: [a, b, option('opt_n', 'New'), option('opt_c', 'Go')] },
    gives: { [OPTIONS]: [option('opt_c', 'Go'), a, b, option('opt_n', 'New')] },
  },
  {
    name: 'both changed one text',
    ours: { [`${PROMPT}/en`]: 'Hello' },
    theirs: { [`${PROMPT}/en`]: 'Hi' },
    choices: { [`${PROMPT}/en`]: 'theirs' },
    gives: { [`${PROMPT}/en`]: 'Hi' },
    conflicts: [[`${PROMPT}/en`, 'value']],
  },
  {
    name: 'an edge to a block the other removed: it stays removed',
    ours: gone,
    theirs: { edge_9: led },
    gives: { block_ask: undefined, edge_9: undefined },
    conflicts: [['block_ask', 'removed', ['edge:block_menu:opt_c']]],
  },
  {
    name: 'an edge to a block the other removed: it comes back, with what led there',
    ours: gone,
    theirs: { edge_9: led },
    choices: { block_ask: 'theirs' },
    gives: { 'block_ask/title': 'Asking', 'edge_9/to': 'block_ask', 'edge_3/to': 'block_ask' },
    conflicts: [['block_ask', 'removed', ['edge:block_menu:opt_c']]],
  },
  {
    name: 'an edge from an option the other removed',
    ours: { [OPTIONS]: [a, b] },
    theirs: { edge_9: led },
    gives: { edge_9: undefined, [OPTIONS]: [a, b] },
    conflicts: [[`${OPTIONS}/opt_c`, 'removed', ['edge:block_menu:opt_c']]],
  },
  {
    name: 'the same, and the option comes back',
    ours: { [OPTIONS]: [a, b] },
    theirs: { edge_9: led },
    choices: { [`${OPTIONS}/opt_c`]: 'theirs' },
    gives: { 'edge_9/to': 'block_ask', [OPTIONS]: [a, b, c] },
    conflicts: [[`${OPTIONS}/opt_c`, 'removed', ['edge:block_menu:opt_c']]],
  },
  {
    name: 'one port, led to two places',
    ours: { edge_8: edge('edge_8', 'block_menu', 'opt_c', 'block_book') },
    theirs: { edge_9: led },
    gives: { 'edge_8/to': 'block_book', edge_9: undefined },
    conflicts: [['edge:block_menu:opt_c/to', 'value']],
  },
  {
    name: 'one port, led to one place by both',
    ours: { edge_8: edge('edge_8', 'block_menu', 'opt_c', 'block_ask') },
    theirs: { edge_9: led },
    gives: { 'edge_8/to': 'block_ask', edge_9: undefined },
  },
  {
    name: 'a port led to a block that the other left behind in another flow',
    ours: {
      flow_new: { id: 'flow_new', type: 'flow', name: 'New', description: '' },
      ...{ 'block_menu/flow': 'flow_new', 'block_ask/flow': 'flow_new', 'edge_3/flow': 'flow_new' },
      ...{ edge_1: null, edge_2: null },
    },
    theirs: { 'edge_3/to': 'block_book' },
    gives: { 'edge_3/to': 'block_ask', 'edge_3/flow': 'flow_new' },
    conflicts: [['edge:block_menu:opt_b/@fit', 'unfit']],
  },
  {
    name: 'a removed block the other rewrote',
    ours: { 'block_ask/data/text/en': 'New' },
    theirs: gone,
    gives: { 'block_ask/data/text/en': 'New', 'edge_3/to': 'block_ask' },
    conflicts: [['block_ask', 'removed']],
  },
  {
    name: 'options that both took away until none was left',
    ours: { [OPTIONS]: [a], edge_3: null },
    theirs: { [OPTIONS]: [b, c], edge_2: null },
    gives: { [OPTIONS]: [a] },
    conflicts: [['block_menu', 'record']],
  },
  {
    name: 'a variable both made is one, and fields follow',
    ours: { var_o: { id: 'var_o', type: 'variable', name: 'TOWN', ...plain() } },
    theirs: {
      var_t: { id: 'var_t', type: 'variable', name: 'TOWN', ...plain() },
      block_n: block('block_n', 'setVariable', 'N', { assignments: [{ variable: 'var_t', value: '1' }] }),
    },
    gives: { 'var_o/name': 'TOWN', var_t: undefined, 'block_n/data/assignments/0/variable': 'var_o' },
  },
  {
    name: 'a name both gave to different variables',
    ours: { 'var_city/name': 'TOWN' },
    theirs: { var_t: { id: 'var_t', type: 'variable', name: 'TOWN', ...plain() } },
    gives: { 'var_city/name': 'TOWN', 'var_t/name': 'TOWN_2' },
    conflicts: [['name:TOWN', 'name']],
  },
  {
    name: 'a field that chose a variable the other deleted',
    ours: { var_city: null, 'block_set/data/assignments': [{ variable: null, value: '"x"' }] },
    theirs: {
      block_n: block('block_n', 'setVariable', 'N', { assignments: [{ variable: 'var_city', value: '1' }] }),
    },
    gives: { 'block_n/data/assignments/0/variable': null, var_city: undefined },
    conflicts: [['var_city', 'removed', ['block_n']]],
  },
]

describe('merging what two people made (issue 5, point 2)', () => {
  test.each(CASES)('$name', ({ ours, theirs, choices, gives, conflicts = [] }) => {
    const options = choices ? { choices } : {}
    const merge = mergeBots(smallBot(), smallBot(ours), smallBot(theirs), options)
    expect(merge.conflicts.map(({ id, is, needs }) => [id, is, needs])).toEqual(
      conflicts.map(([id, is, needs = []]) => [id, is, needs]),
    )
    const made = Object.keys(gives).map(place => [place, at(merge.merged, place)])
    expect(Object.fromEntries(made)).toEqual(gives)
  })
})
