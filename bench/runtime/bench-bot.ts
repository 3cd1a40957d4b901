import { parseDocument } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import { TEXTS } from './script.ts'

const FLOW = 'flow_main'
const en = (text: string) => ({ en: text })

const BLOCKS: readonly [id: string, kind: string, data: Record<string, unknown>][] = [
  ['block_entry', 'entry', { trigger: 'keyword' }],
  ['block_greeting', 'message', { text: en(TEXTS.greeting) }],
  [
    'block_menu',
    'menu',
    {
      prompt: en(TEXTS.menu),
      options: TEXTS.options.map((label, index) => ({ id: `opt_${index}`, label: en(label), synonyms: {} })),
      retry: en(TEXTS.retry),
    },
  ],
  ['block_hours', 'message', { text: en(TEXTS.hours) }],
  [
    'block_quantity',
    'question',
    {
      prompt: en(TEXTS.ask),
      answer: 'number',
      min: 1,
      max: 100,
      earliest: null,
      latest: null,
      saveTo: 'var_quantity',
      retry: en(TEXTS.askAgain),
      maxTries: null,
    },
  ],
  [
    'block_total',
    'setVariable',
    { assignments: [{ variable: 'var_total', value: 'QUANTITY * 4.5 * (QUANTITY >= 10 ? 0.9 : 1)' }] },
  ],
  ['block_if', 'condition', { branches: [{ id: 'br_bulk', name: 'Bulk', when: 'QUANTITY >= 10' }] }],
  ['block_bulk', 'message', { text: en(TEXTS.bulk) }],
  ['block_price', 'message', { text: en('That is {{TOTAL}} euros.') }],
  ['block_end', 'end', { mode: 'close', text: en(TEXTS.farewell) }],
]

const EDGES = [
  ['block_entry', 'next', 'block_greeting'],
  ['block_greeting', 'next', 'block_menu'],
  ['block_menu', 'opt_0', 'block_quantity'],
  ['block_menu', 'opt_1', 'block_hours'],
  ['block_menu', 'opt_2', 'block_end'],
  ['block_hours', 'next', 'block_menu'],
  ['block_quantity', 'answered', 'block_total'],
  ['block_total', 'next', 'block_if'],
  ['block_if', 'br_bulk', 'block_bulk'],
  ['block_if', 'else', 'block_price'],
  ['block_bulk', 'next', 'block_price'],
  ['block_price', 'next', 'block_menu'],
] as const

/** The bot of the script, with as many further blocks as make up `size`; what is added is never reached. */
export function benchBot(size: number): BotDocument {
  const block = ([id, kind, data]: (typeof BLOCKS)[number], index: number) => ({
    id,
    type: 'block',
    flow: FLOW,
    kind,
    title: '',
    x: (index % 100) * 320,
    y: Math.floor(index / 100) * 240,
    data,
  })
  const padding = Array.from({ length: Math.max(0, size - BLOCKS.length) }, (_, index) =>
    block([`block_pad-${index}`, 'message', { text: en(`Text number ${index}`) }], BLOCKS.length + index),
  )
  const parsed = parseDocument({
    parley: 1,
    records: [
      {
        id: 'bot_bench',
        type: 'bot',
        name: 'Coffee',
        description: '',
        locales: ['en'],
        mainFlow: FLOW,
        mainMenu: null,
        country: null,
      },
      { id: FLOW, type: 'flow', name: 'Main', description: '' },
      variable('var_quantity', 'QUANTITY'),
      variable('var_total', 'TOTAL'),
      { id: 'kw_hi', type: 'keyword', text: 'hi', match: 'exact', locale: null, entry: 'block_entry' },
      ...BLOCKS.map(block),
      ...padding,
      ...EDGES.map(([from, port, to], index) => ({
        id: `edge_${index}`,
        type: 'edge',
        flow: FLOW,
        from,
        port,
        to,
      })),
    ],
  })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function variable(id: string, name: string): Record<string, unknown> {
  return { id, type: 'variable', name, valueType: 'number', initial: null, secret: false, description: '' }
}

/** The records again, for benchmarks that store them. */
export function recordsOf(document: BotDocument): readonly BotDocRecord[] {
  return [...document.values()]
}
