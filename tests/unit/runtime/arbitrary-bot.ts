import fc from 'fast-check'
import type { z } from 'zod'
import type { EffectResult } from '../../../src-shared/blocks/effect.ts'
import type { Port } from '../../../src-shared/blocks/kind.ts'
import { KINDS, type KindName, kindNamed } from '../../../src-shared/blocks/kinds.ts'
import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { type FieldRole, fieldRoles } from '../../../src-shared/document/field-types.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { MATCH_MODES } from '../../../src-shared/document/records.ts'
import { settingsSchema } from '../../../src-shared/document/settings.ts'
import { VALUE_TYPES } from '../../../src-shared/kit/value.ts'
import type { Happening } from '../../../src-shared/runtime/simulation.ts'

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
const block = fc.option(fc.nat(BLOCKS - 1).map(index => `block_${index}`))

/** What the fields of any record may hold, by their role. */
const BY_ROLE: Readonly<Record<FieldRole, fc.Arbitrary<unknown>>> = {
  text: fc.dictionary(fc.constantFrom('en', 'pt-BR', 'ar'), text, { maxKeys: 3 }),
  words: fc.dictionary(
    fc.constantFrom('en', 'pt-BR'),
    fc.array(fc.constantFrom('go', '2', 'a', ' ', '1', 'stop', 'opening hours'), { maxLength: 3 }),
  ),
  template: text,
  formula: fc.oneof(fc.constantFrom(...FORMULAS), fc.string({ maxLength: 12 })),
  variable: fc.option(fc.constantFrom(...VARIABLES.map(name => `var_${name}`))),
  flow: fc.option(fc.constantFrom(...FLOWS)),
  block,
  intent: fc.option(fc.constantFrom('intent_a', 'intent_b')),
  messageTemplate: fc.option(fc.constantFrom('tpl_a')),
  auth: fc.option(fc.constantFrom('auth_a')),
}

/** Texts of every form a field may ask for; each field takes those of them that its schema takes. */
const WORDS = [
  ...HOSTILE_TEXTS.filter(({ length }) => length < 6000),
  ...['a', 'b', 'x1', 'A', 'en', 'pt-BR', 'UTC', 'America/Sao_Paulo', 'Europe/Berlin', 'order_update'],
  ...['opt_a', 'opt_b', 'opt_c', 'br_a', 'br_b', 'card_a', 'card_b', 'q_a', 'x_a', 'x_b'],
  ...['2026-01-01', '2026-12-31', '1999-12-31', '01-01', '12-25', '09:30', '00:00', '23:59', '24:00'],
  ...['2026-01-01 12:00', '2027-12-31 20:00', 'https://example.com/a?b={{A}}', '+5511987654321'],
  ...['$.a[0].b', '$.list[*].name', '(a+)+$', '^[0-9]{3}$', 'livechat', 'true', 'X-Key', 'topic'],
] as const
const NUMBERS = [-5, -1, 0, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 50, 60, 100, 1000, 5000, 10_000] as const

type AnyDef = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
  valueType?: z.ZodType
  keyType?: z.ZodType
  in?: z.ZodType
}

/** Values a schema takes, sensible or not; what it refuses as a whole is tried again. */
function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const role = fieldRoles.get(schema)?.role
  if (role) return BY_ROLE[role]
  const def = schema.def as unknown as AnyDef
  switch (def.type) {
    case 'object':
      return objectsOf(def.shape ?? {})
    case 'array':
      return fc.array(valuesOf(def.element as z.ZodType), { maxLength: 4 }).filter(list => fits(schema, list))
    case 'optional':
      return fc.option(valuesOf(def.innerType as z.ZodType), { nil: undefined })
    case 'nullable':
      return fc.option(valuesOf(def.innerType as z.ZodType), { nil: null })
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'boolean':
      return fc.boolean()
    case 'union':
      return fc.oneof(...(def.options ?? []).map(valuesOf))
    case 'record':
      return fc
        .dictionary(
          valuesOf(def.keyType as z.ZodType) as fc.Arbitrary<string>,
          valuesOf(def.valueType as z.ZodType),
          {
            maxKeys: 3,
          },
        )
        .filter(record => fits(schema, record))
    case 'string':
      return oneThatFits(schema, WORDS)
    case 'number':
      return oneThatFits(schema, NUMBERS)
    default:
      throw new Error(`no values are known for a field of type ${def.type}`)
  }
}

function objectsOf(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const members = Object.entries(shape).map(([name, member]) => [name, valuesOf(member)] as const)
  return fc.record(Object.fromEntries(members)).map(withoutNothing)
}

function withoutNothing(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

function oneThatFits<T>(schema: z.ZodType, values: readonly T[]): fc.Arbitrary<T> {
  const fitting = values.filter(value => fits(schema, value))
  if (fitting.length === 0) throw new Error(`no value is known for ${JSON.stringify(schema.def)}`)
  return fc.constantFrom(...fitting)
}

function fits(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success
}

/** Data of every kind, as its schema takes it: a new kind needs nothing here. */
const DATA = Object.fromEntries(
  KINDS.map(({ name, schema, defaults }) => {
    let count = 0
    const newId = () => String(++count)
    const plain = defaults({ locale: 'en', newId })
    const any = valuesOf(schema as z.ZodType).map(data => (fits(schema as z.ZodType, data) ? data : plain))
    return [name, any as fc.Arbitrary<object>]
  }),
) as Readonly<Record<KindName, fc.Arbitrary<object>>>

const settings = fc.option(valuesOf(settingsSchema), { nil: undefined })

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
    settings,
    phrases: BY_ROLE.words,
    entry: fc.nat(BLOCKS - 1),
  })
  .map(({ blocks, variables, match, mainMenu, settings, phrases, entry }) => {
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
        ...(settings === undefined ? {} : { settings }),
      },
      ...knowledge(phrases, blocks[entry]?.kind === 'entry' ? `block_${entry}` : 'block_start'),
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
      {
        id: 'block_pre',
        type: 'block',
        flow: 'flow_0',
        kind: 'entry',
        title: '',
        x: 0,
        y: 0,
        data: { trigger: 'preChat' },
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
      const all: readonly Port[] = kindNamed(kind)?.ports(data) ?? []
      const ports = all.filter(({ id }, at) => all.findIndex(port => port.id === id) === at)
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

/** Records that blocks may refer to. */
function knowledge(phrases: unknown, entry: string): readonly unknown[] {
  const template = {
    id: 'tpl_a',
    type: 'template',
    name: 'order_update',
    category: 'utility',
    state: 'approved',
    body: { en: 'Order {{1}} {{2}}' },
    header: 'none',
    footer: {},
    places: 2,
  }
  const auth = { scheme: 'bearer', identity: '', secret: null, tokenUrl: '', scope: '' }
  return [
    { id: 'intent_a', type: 'intent', name: 'a', phrases, entry },
    { id: 'intent_b', type: 'intent', name: 'b', phrases: { en: ['book a table'] }, entry: null },
    { id: 'faq_a', type: 'faq', questions: phrases, answer: { en: 'From 8 to {{A}}.' }, topic: '' },
    template,
    { id: 'auth_a', type: 'auth', name: 'a', ...auth },
  ]
}

const said = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  {
    arbitrary: fc.constantFrom('go', '1', '2', 'a', '7', 'Ana', '2026-03-01', 'done', '1,2', 'opening hours'),
    weight: 3,
  },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})
const file = fc.record({
  kind: fc.constantFrom('image' as const, 'document' as const, 'audio' as const),
  url: fc.constant('file:1'),
  name: fc.constantFrom('a.png', 'b.pdf', 'x.exe'),
  mime: fc.constantFrom('image/png', 'application/pdf', ''),
  size: fc.constantFrom(0, 1000, 50_000_000),
})
const message = fc
  .record(
    {
      type: fc.constant('message' as const),
      text: said,
      option: fc.constantFrom('opt_a', 'opt_b', 'opt_back', 'opt_more', 'opt_done', 'opt_gone', 'card_a'),
      location: place,
      files: fc.array(file, { maxLength: 2 }),
    },
    { requiredKeys: ['type', 'text'] },
  )
  .map(input => withoutNothing(input) as unknown as Happening)
const values = fc.dictionary(fc.constantFrom(...VARIABLES), fc.oneof(fc.integer(), text, fc.constant(null)))
const others: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant({ type: 'time' as const }),
  fc.record({ type: fc.constant('event' as const), name: fc.constantFrom('a', 'b', 'x1'), values }),
  fc.record({ type: fc.constant('referral' as const), ref: fc.constantFrom('a', 'x1', '') }),
  fc.record({ type: fc.constant('proactive' as const), values }),
  fc.record({ type: fc.constant('schedule' as const), entry: fc.constant('block_1' as BlockId) }),
  fc.record({
    type: fc.constant('agent' as const),
    action: fc.constantFrom('message' as const, 'close' as const),
    text,
  }),
  fc.record({
    type: fc.constant('delivery' as const),
    message: fc.nat(9),
    status: fc.constantFrom('read' as const, 'failed' as const),
  }),
)

const result: fc.Arbitrary<EffectResult> = fc.oneof(
  fc.constantFrom<EffectResult>(
    { outcome: 'online' },
    { outcome: 'online' },
    { outcome: 'offline' },
    { outcome: 'accepted' },
    { outcome: 'accepted' },
    { outcome: 'timeout' },
    { outcome: 'failed', message: 'no' },
  ),
  fc.record({
    outcome: fc.constant('answered' as const),
    status: fc.constantFrom(200, 204, 404, 500),
    body: fc.constantFrom(
      '{"a":[{"b":1}],"list":[{"name":"x"},{"name":2}]}',
      '[]',
      '',
      'null',
      '{"__proto__":{"a":1}}',
      '<html>',
      `${'['.repeat(5000)}`,
    ),
  }),
)

/** Something that happens, how long after the one before (ms), and what the host reports of effects it asks for. */
export type ArbitraryInput = Readonly<{
  happening: Happening
  afterMs: number
  results: readonly EffectResult[]
}>

export const arbitraryInputs: fc.Arbitrary<readonly ArbitraryInput[]> = fc
  .array(
    fc.record({
      happening: fc.oneof({ arbitrary: message, weight: 5 }, others),
      afterMs: fc.constantFrom(0, 1000, 1000, 16 * 60_000, 25 * 3_600_000),
      results: fc.array(result, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  // Most bots are woken by their keyword; a message to a sleeping one tries little.
  .map(inputs => [{ happening: { type: 'message', text: 'go' }, afterMs: 0, results: [] }, ...inputs])
