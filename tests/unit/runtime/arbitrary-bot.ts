import fc from 'fast-check'
import { ANSWER_TYPES } from '../../../src-shared/blocks/answer-types.ts'
import { END_MODES } from '../../../src-shared/blocks/end.ts'
import { ENTRY_TRIGGERS } from '../../../src-shared/blocks/entry.ts'
import { KINDS, type KindName, kindNamed } from '../../../src-shared/blocks/kinds.ts'
import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { MATCH_MODES } from '../../../src-shared/document/records.ts'
import { VALUE_TYPES } from '../../../src-shared/kit/value.ts'

const BLOCKS = 10
const FLOWS = ['flow_0', 'flow_1', 'flow_2']
const VARIABLES = ['A', 'B', 'C', 'D', 'E']

/** Texts that have broken programs before: other scripts, half characters, templates, names every object inherits. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud83d',
  '\udc4b',
  '👩🏽‍⚕️',
  '\u202eevil',
  'İi̇',
  'ß',
  '＃ＭＥＮＵ',
  '#MENU',
  '#encerrar',
  '٣',
  '1️⃣',
  '2.',
  '-1',
  '1e309',
  'NaN',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '{{A}}',
  '{{',
  '}}',
  '{{constructor}}',
  '2026-02-30',
  '31/12/2026',
  'a@b.co',
  '+5511987654321',
  '\n\r\t',
  '‮',
  '"; DROP TABLE',
  '<script>',
  'go',
  'go go',
  'x'.repeat(20_000),
  ' '.repeat(5_000),
  '('.repeat(3_000),
  'a@'.repeat(2_000),
  '1,'.repeat(2_000),
] as const

const FORMULAS = [
  '',
  '1',
  'A',
  'A + 1',
  'A + B',
  'B / A',
  '1 / 0',
  '1 +',
  'A > B',
  'NOT(C)',
  'IF(A, B, C)',
  'LEN(B)',
  'TODAY()',
  'ADDDAYS(D, 1)',
  'DATEDIF(D, TODAY(), "Y")',
  'SUM(E)',
  'MAX(E)',
  'REPLACE(B, "", B)',
  'CONCAT(B, B, B, B)',
  'A ^ 999',
  '[1, "2"]',
  '"text"',
  'true',
  'null',
  'CONTAINS(E, 1)',
  'unknown',
  'A.b',
  '(() => 1)()',
  `${'('.repeat(300)}1${')'.repeat(300)}`,
]

const text = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS.filter(({ length }) => length < 6000)),
  fc.constantFrom(...FORMULAS).map(formula => `x{{${formula}}}y`),
  fc.string({ maxLength: 20 }),
)
const localized = fc.dictionary(fc.constantFrom('en', 'pt-BR', 'ar'), text, { maxKeys: 3 })
const formula = fc.oneof(fc.constantFrom(...FORMULAS), fc.string({ maxLength: 12 }))
const variable = fc.option(fc.constantFrom(...VARIABLES.map(name => `var_${name}`)))
const block = fc.option(fc.nat(BLOCKS - 1).map(index => `block_${index}`))
const bound = fc.option(fc.integer({ min: -5, max: 50 }))
const day = fc.option(fc.constantFrom('2026-01-01', '2026-12-31', '1999-02-29'))
const localIds = (prefix: string) =>
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })
    .map(tails => tails.map(tail => `${prefix}_${tail}`))

/** Data of every kind, sensible or not, as its schema takes it; a new kind is missed here by the compiler. */
const DATA: Readonly<Record<KindName, fc.Arbitrary<object>>> = {
  entry: fc.record({ trigger: fc.constantFrom(...ENTRY_TRIGGERS) }),
  message: fc.record({ text: localized }),
  menu: localIds('opt').chain(ids =>
    fc.record({
      prompt: localized,
      options: fc.tuple(
        ...ids.map(id =>
          fc.record({
            id: fc.constant(id),
            label: localized,
            synonyms: fc.dictionary(
              fc.constantFrom('en', 'pt-BR'),
              fc.array(fc.constantFrom('go', '2', 'a', ' ', '1'), { maxLength: 3 }),
            ),
          }),
        ),
      ),
      retry: localized,
    }),
  ),
  question: fc.record({
    prompt: localized,
    answer: fc.constantFrom(...ANSWER_TYPES),
    min: bound,
    max: bound,
    earliest: day,
    latest: day,
    saveTo: variable,
    retry: localized,
    maxTries: fc.option(fc.integer({ min: 1, max: 3 })),
  }),
  condition: localIds('br').chain(ids =>
    fc.record({
      branches: fc.tuple(
        ...ids.map(id => fc.record({ id: fc.constant(id), name: fc.constant(''), when: formula })),
      ),
    }),
  ),
  setVariable: fc.record({
    assignments: fc.array(fc.record({ variable, value: formula }), { minLength: 1, maxLength: 4 }),
  }),
  callFlow: fc.record({ flow: fc.option(fc.constantFrom(...FLOWS)) }),
  goTo: fc.record({ block }),
  end: fc.record({ mode: fc.constantFrom(...END_MODES), text: localized }),
}

/** Every kind, and the ones that wait more often, so that conversations last. */
const kindName = fc.oneof(
  fc.constantFrom(...KINDS.map(({ name }) => name)),
  fc.constantFrom('menu' as const, 'question' as const),
)

const blockPlan = kindName.chain(kind =>
  fc.record({
    kind: fc.constant(kind),
    data: DATA[kind],
    flow: fc.constantFrom(...FLOWS),
    targets: fc.array(fc.nat(BLOCKS - 1), { minLength: 2, maxLength: 5 }),
  }),
)

const initialOf = {
  text: text.map(value => value.slice(0, 5000)),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  date: fc.constant('2026-03-01'),
  list: fc.array(fc.oneof(fc.integer(), fc.constantFrom('a', '2')), { maxLength: 5 }),
}
const variablePlan = fc.constantFrom(...VALUE_TYPES).chain(valueType =>
  fc.record({
    valueType: fc.constant(valueType),
    initial: fc.option<unknown, null>(initialOf[valueType]),
    secret: fc.boolean(),
  }),
)

/** Any bot the border would accept, most of them nonsense: all kinds, loops, calls of oneself, ports that lead nowhere. */
export const arbitraryBot: fc.Arbitrary<BotDocument> = fc
  .record({
    blocks: fc.array(blockPlan, { minLength: BLOCKS, maxLength: BLOCKS }),
    variables: fc.tuple(...VARIABLES.map(() => variablePlan)),
    match: fc.constantFrom(...MATCH_MODES),
    mainMenu: block,
  })
  .map(({ blocks, variables, match, mainMenu }) => {
    const records: unknown[] = [
      {
        id: 'bot_any',
        type: 'bot',
        name: 'Any',
        description: '',
        locales: ['en', 'pt-BR'],
        mainFlow: 'flow_0',
        mainMenu,
        country: 'BR',
      },
      ...FLOWS.map(id => ({ id, type: 'flow', name: id, description: '' })),
      {
        id: 'block_start',
        type: 'block',
        flow: 'flow_0',
        kind: 'entry',
        title: '',
        x: 0,
        y: 0,
        data: { trigger: 'keyword' },
      },
      { id: 'kw_go', type: 'keyword', text: 'go', match, locale: null, entry: 'block_start' },
      {
        id: 'var_menu',
        type: 'variable',
        name: 'MENU_PRINCIPAL',
        valueType: 'text',
        initial: '#MENU',
        secret: false,
        description: '',
      },
      {
        id: 'var_end',
        type: 'variable',
        name: 'ENCERRA_FLUXO',
        valueType: 'text',
        initial: '#ENCERRAR',
        secret: false,
        description: '',
      },
      ...variables.map((plan, index) => ({
        id: `var_${VARIABLES[index]}`,
        type: 'variable',
        name: VARIABLES[index],
        description: '',
        ...plan,
      })),
    ]
    blocks.forEach(({ kind, data, flow }, index) => {
      records.push({ id: `block_${index}`, type: 'block', flow, kind, title: '', x: 0, y: 0, data })
    })
    const sameFlow = (from: number, flow: string) =>
      blocks.findIndex((to, index) => index >= from && to.flow === flow)
    const first = sameFlow(0, 'flow_0')
    if (first >= 0)
      records.push({
        id: 'edge_start',
        type: 'edge',
        flow: 'flow_0',
        from: 'block_start',
        port: 'next',
        to: `block_${first}`,
      })
    blocks.forEach(({ kind, data, flow, targets }, index) => {
      const ports = kindNamed(kind)?.ports(data) ?? []
      targets.slice(0, ports.length).forEach((target, at) => {
        const near = sameFlow(target, flow)
        if (near >= 0)
          records.push({
            id: `edge_${index}-${at}`,
            type: 'edge',
            flow,
            from: `block_${index}`,
            port: ports[at]?.id,
            to: `block_${near}`,
          })
      })
    })
    const parsed = parseDocument({ parley: 1, records })
    if (!parsed.ok) throw new Error(parsed.message)
    return parsed.value
  })

export const arbitraryInputs = fc.array(
  fc.record(
    {
      text: fc.oneof(
        fc.constantFrom(...HOSTILE_TEXTS),
        { arbitrary: fc.constantFrom('go', '1', '2', 'a', '7', 'Ana', '2026-03-01'), weight: 3 },
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      option: fc.constantFrom('opt_a', 'opt_b', 'opt_gone', '__proto__'),
    },
    { requiredKeys: ['text'] },
  ),
  { minLength: 1, maxLength: 12 },
)
