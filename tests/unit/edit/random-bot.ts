import fc from 'fast-check'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId, FlowId, KeywordId, VariableId } from '../../../src-shared/document/ids.ts'
import { PREDEFINED_VARIABLES } from '../../../src-shared/document/predefined-variables.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../../../src-shared/document/records.ts'
import { CHANNELS } from '../../../src-shared/document/settings.ts'
import { VALUE_TYPES } from '../../../src-shared/kit/value.ts'

const FLOWS = ['flow_0', 'flow_1', 'flow_2'] as FlowId[]
const LOCALES = ['en', 'pt-BR', 'ar']
const NAMES = ['A', 'AA', 'CITY', 'TOTAL_2']
const PORTS = ['next', 'else', 'error', 'answered', 'failed', 'opt_0', 'opt_1', 'br_0', 'br_1', 'gone']

const words = fc.constantFrom(
  '',
  ' ',
  'Hi',
  'hi!',
  '1',
  '２',
  '#MENU',
  '#encerrar',
  'Leave',
  '🙂',
  '__proto__',
)
const formula = fc.constantFrom(
  ...[
    '',
    ' ',
    '1',
    'A',
    'A + AA',
    'CITY == "x"',
    'A * [1]',
    '1 / 0',
    'UPPER(',
    'NOPE',
    'ROUND()',
    'a.b',
    '((((',
    'TODAY()',
  ],
)
const text = fc.oneof(
  words,
  formula.map(source => `Dear {{${source}}}, {{A|you}} {{`),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const texts = fc.dictionary(fc.constantFrom(...LOCALES), text, { maxKeys: 3 })
const reference = (prefix: string, most: number) =>
  fc.option(
    fc.nat(most).map(number => `${prefix}_${number}`),
    { nil: null },
  )
const variable = reference('var', 5)
const number = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null })
const date = fc.constantFrom(null, '2026-01-31', '2026-02-01')

const branches = (count: number) =>
  fc.array(fc.record({ name: words, when: formula }), { minLength: 1, maxLength: count })

/** Data a block of each kind may have, good and bad alike; all of it is accepted. */
const DATA: Readonly<Record<string, fc.Arbitrary<object>>> = {
  entry: fc.record({ trigger: fc.constantFrom('keyword', 'anyMessage', 'call', 'proactive', 'preChat') }),
  message: fc.record({ text: texts }),
  menu: fc.record({
    prompt: texts,
    options: fc
      .array(
        fc.record({
          label: texts,
          synonyms: fc.dictionary(fc.constantFrom(...LOCALES), fc.array(words, { maxLength: 2 })),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map(options => options.map((option, at) => ({ id: `opt_${at}`, ...option }))),
    retry: texts,
  }),
  question: fc.record({
    prompt: texts,
    answer: fc.constantFrom('text', 'number', 'email', 'phone', 'date'),
    min: number,
    max: number,
    earliest: date,
    latest: date,
    saveTo: variable,
    retry: texts,
    maxTries: fc.constantFrom(null, 1, 3),
  }),
  condition: branches(3).map(all => ({ branches: all.map((branch, at) => ({ id: `br_${at}`, ...branch })) })),
  setVariable: fc.record({
    assignments: fc.array(fc.record({ variable, value: formula }), { minLength: 1, maxLength: 3 }),
  }),
  callFlow: fc.record({ flow: reference('flow', 3) }),
  goTo: fc.record({ block: reference('block', 12) }),
  delay: fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('minutes', 'hours') }),
  handover: fc.record({
    text: texts,
    reason: fc.constant('asked'),
    skill: fc.constantFrom('', 'billing'),
    webstore: fc.constant(''),
    channelLabel: fc.constant(''),
  }),
  end: fc.record({ mode: fc.constantFrom('close', 'return'), text: texts }),
}

const block = fc
  .constantFrom(...Object.keys(DATA))
  .chain(kind => fc.record({ kind: fc.constant(kind), data: DATA[kind] ?? fc.constant({}), flow: fc.nat(2) }))

const wire = fc.record({ from: fc.nat(40), port: fc.constantFrom(...PORTS), to: fc.nat(40) })
const keyword = fc.record({
  text: words.filter(word => word.trim() !== ''),
  match: fc.constantFrom('exact', 'startsWith', 'containsWord'),
  locale: fc.constantFrom(null, ...LOCALES),
  entry: fc.nat(40),
})
const ownVariable = fc.record({
  valueType: fc.constantFrom(...VALUE_TYPES),
  initial: fc.constantFrom(null, '', '12', 'x', 3, true, '2026-01-31', ['a', 1]),
  secret: fc.boolean(),
})

const settings = fc.record(
  {
    channels: fc.subarray([...CHANNELS]),
    footer: texts,
    inactivityMinutes: fc.constantFrom(30, 1440, 3000),
    inactivityText: texts,
    transferOnInvalid: fc.boolean(),
    proactiveOnly: fc.boolean(),
    agentWords: fc.dictionary(fc.constantFrom(...LOCALES), fc.array(words, { maxLength: 2 })),
    optOutWords: fc.dictionary(fc.constantFrom(...LOCALES), fc.array(words, { maxLength: 2 })),
  },
  { requiredKeys: [] },
)

/** Bots that Parley accepts, though most of them are no good: the parts are free, and only what must hold, holds. */
export const randomRecords: fc.Arbitrary<BotDocRecord[]> = fc
  .record({
    locales: fc.subarray(LOCALES, { minLength: 1 }),
    settings: fc.option(settings, { nil: undefined }),
    blocks: fc.array(block, { maxLength: 14 }),
    wires: fc.array(wire, { maxLength: 24 }),
    keywords: fc.array(keyword, { maxLength: 4 }),
    variables: fc.array(ownVariable, { maxLength: NAMES.length }),
    predefined: fc.subarray([...PREDEFINED_VARIABLES]),
    mainMenu: fc.option(fc.nat(40), { nil: null }),
  })
  .map(parts => {
    const blocks = parts.blocks.map(({ kind, data, flow }, at) =>
      blockOf(kind, data, FLOWS[flow] as FlowId, at),
    )
    const entries = blocks.filter(({ kind }) => kind === 'entry')
    const bot = {
      ...{ id: 'bot_r', type: 'bot', name: 'Random', description: '', locales: parts.locales },
      ...{ mainFlow: FLOWS[0], mainMenu: pick(blocks, parts.mainMenu ?? -1)?.id ?? null, country: null },
      ...(parts.settings ? { settings: parts.settings } : {}),
    } as BotDocRecord
    const keywords = parts.keywords.flatMap(({ entry, ...rest }, at): BotDocRecord[] => {
      const target = pick(entries, entry)
      const id = `kw_${at}` as KeywordId
      return target ? [{ id, type: 'keyword', ...rest, entry: target.id } as BotDocRecord] : []
    })
    const variables = parts.variables.map((rest, at) => variableOf(`var_${at}`, NAMES[at] ?? '', rest))
    const predefined = parts.predefined.map(({ name, initial }, at) =>
      variableOf(`var_p${at}`, name, { valueType: 'text', initial, secret: false }),
    )
    const flows = FLOWS.map((id): BotDocRecord => ({ id, type: 'flow', name: id, description: '' }))
    return [
      bot,
      ...flows,
      ...blocks,
      ...edgesOf(parts.wires, blocks),
      ...keywords,
      ...variables,
      ...predefined,
    ]
  })

/** The same as documents; a fresh one for every run. */
export const randomBots = randomRecords.map(records => {
  const document = BotDocument.of(records)
  const parsed = parseDocument(documentToJson(document))
  if (!parsed.ok) throw new Error(parsed.message)
  return document
})

function blockOf(kind: string, data: object, flow: FlowId, at: number): BlockRecord {
  const id = `block_${at}` as BlockId
  return {
    id,
    type: 'block',
    flow,
    kind,
    title: at % 3 === 0 ? '' : `T${at}`,
    x: at,
    y: at,
    data: { ...data },
  }
}

function variableOf(id: string, name: string, rest: object): BotDocRecord {
  return { id: id as VariableId, type: 'variable', name, description: '', ...rest } as BotDocRecord
}

function edgesOf(
  wires: readonly { from: number; port: string; to: number }[],
  blocks: readonly BlockRecord[],
): EdgeRecord[] {
  const taken = new Set<string>()
  return wires.flatMap(({ from, port, to }, at): EdgeRecord[] => {
    const source = pick(blocks, from)
    const target =
      source &&
      pick(
        blocks.filter(({ flow }) => flow === source.flow),
        to,
      )
    if (!source || !target || taken.has(`${source.id} ${port}`)) return []
    taken.add(`${source.id} ${port}`)
    return [
      { id: `edge_${at}` as EdgeId, type: 'edge', flow: source.flow, from: source.id, port, to: target.id },
    ]
  })
}

/** The item a free number stands for; none for a negative one. */
export function pick<T>(items: readonly T[], number: number): T | undefined {
  return number < 0 || items.length === 0 ? undefined : items[number % items.length]
}
