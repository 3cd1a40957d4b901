import { describe, expect, test } from 'vitest'
import { changesFor } from '../../../src-shared/compare/changes-for.ts'
import { compareBots } from '../../../src-shared/compare/compare-bots.ts'
import { partsOf } from '../../../src-shared/compare/difference.ts'
import { differenceLines } from '../../../src-shared/compare/difference-lines.ts'
import { wordDifference } from '../../../src-shared/compare/word-difference.ts'
import { block, type Edits, edge, option, smallBot } from './small-bot.ts'

const [a, b, c] = [option('opt_a', 'Book'), option('opt_b', 'Ask'), option('opt_c', 'Leave')]

/** What was edited, the parts that differ, and how they are told. */
const CASES: readonly (readonly [string, Edits, readonly string[], readonly string[]])[] = [
  ['nothing', {}, [], ['Nothing differs.']],
  [
    'one language of a text',
    { 'block_menu/data/prompt/en': 'How may we help you?' },
    ['block_menu/data/prompt/en'],
    ['Changed “Services” in “Main”:', '  prompt (en): How [-can-]{+may+} we help you[- today-]?'],
  ],
  [
    'another order',
    { 'block_menu/data/options': [b, a, c] },
    ['block_menu/data/options/@order'],
    ['Changed “Services” in “Main”:', '  options: in another order'],
  ],
  [
    'an option between, another one relabelled',
    { 'block_menu/data/options': [a, option('opt_x', 'New'), option('opt_b', 'Ask us'), c] },
    ['block_menu/data/options/opt_b/label/en', 'block_menu/data/options/opt_x'],
    ['Changed “Services” in “Main”:', '  option 3, label (en): Ask{+ us+}', '  option 2 added: “New”'],
  ],
  [
    'a port led elsewhere by a new edge',
    { edge_3: null, edge_9: edge('edge_9', 'block_menu', 'opt_b', 'block_book') },
    ['edge:block_menu:opt_b/to'],
    ['Option 2 (“Ask”) of “Services” now leads to “Booking”, no longer to “Asking”.'],
  ],
  [
    'the same edge under another id',
    { edge_3: null, edge_9: edge('edge_9', 'block_menu', 'opt_b', 'block_ask') },
    [],
    ['Nothing differs.'],
  ],
  ['a move', { 'block_ask/x': 900 }, ['block_ask/@place'], ['Moved on the canvas: “Asking”.']],
  [
    'a new block with its edge',
    {
      block_end: block('block_end', 'end', 'Bye', { mode: 'close', text: {} }),
      edge_9: edge('edge_9', 'block_menu', 'opt_c', 'block_end'),
    },
    ['block_end', 'edge:block_menu:opt_c'],
    ['Added “Bye” in “Main”.', 'Option 3 (“Leave”) of “Services” now leads to “Bye”.'],
  ],
  [
    'a reference, told by name',
    { 'block_set/data/assignments': [{ variable: null, value: '1' }] },
    ['block_set/data/assignments'],
    [
      'Changed the set-variable block in “Main”:',
      '  assignments: [{"variable":null,"value":"1"}], was [{"variable":"var_city","value":"\\"x\\""}]',
    ],
  ],
  [
    'helps for those who make it',
    {
      'bot_s/brief': { useCase: 'Selling' },
      note_1: note(),
    },
    ['bot/brief', 'note_1'],
    [
      'For those who make the bot:',
      '  Changed the bot:',
      '    brief: {"useCase":"Selling"}, was nothing',
      '  Added the note “Mind this”.',
    ],
  ],
]

function note(): object {
  const place = { x: 0, y: 0, width: 200, height: 100 }
  return {
    id: 'note_1',
    type: 'note',
    flow: 'flow_main',
    ...place,
    text: 'Mind this',
    hue: 'grey',
    author: '',
    at: 0,
  }
}

describe('what differs (issue 5, point 2)', () => {
  test.each(CASES)('%s', (_, edits, parts, lines) => {
    const difference = compareBots(smallBot(), smallBot(edits))
    expect(partsOf(difference)).toEqual(parts)
    expect(differenceLines(difference)).toEqual(lines)
  })
})

describe('accepting part by part', () => {
  test('an edge brings its block, and that is said', () => {
    const difference = compareBots(smallBot(), smallBot(CASES[7]?.[1]))
    const { changes, pulledIn } = changesFor(difference, ['edge:block_menu:opt_c'])
    expect(Object.keys(changes).sort()).toEqual(['block_end', 'edge_9'])
    expect(pulledIn).toEqual(['block_end'])
  })

  test('a block that is not wanted goes with its edge', () => {
    const difference = compareBots(smallBot(), smallBot(CASES[7]?.[1]))
    expect(changesFor(difference, ['block_end'], 'reject').pulledIn).toEqual(['edge:block_menu:opt_c'])
  })

  test('one language of a text, without the other', () => {
    const after = smallBot({ 'block_menu/data/prompt': { en: 'Hello', pt: 'Olá' } })
    const { changes } = changesFor(compareBots(smallBot(), after), ['block_menu/data/prompt/pt'])
    expect(Object.values(changes)[0]?.after).toMatchObject({
      data: { prompt: { en: 'How can we help you today?', pt: 'Olá' } },
    })
  })
})

describe('texts by word', () => {
  test.each([
    ['a b c', 'a x c', 'a [b](x) c'],
    ['', 'new', '(new)'],
    ['gone', '', '[gone]'],
    ['Olá, amigo!', 'Olá, amiga!', 'Olá, [amigo](amiga)!'],
    ['one two three', 'three two one', undefined],
  ])('%s → %s', (before, after, told) => {
    const pieces = wordDifference(before, after)
    const sides = [pieces.filter(({ is }) => is !== 'added'), pieces.filter(({ is }) => is !== 'removed')]
    expect(sides.map(side => side.map(({ text }) => text).join(''))).toEqual([before, after])
    const marks = { same: ['', ''], removed: ['[', ']'], added: ['(', ')'] } as const
    if (told !== undefined)
      expect(pieces.map(({ is, text }) => marks[is][0] + text + marks[is][1]).join('')).toBe(told)
  })
})
