import type { Port } from '../../src-shared/blocks/kind.ts'
import { KINDS, kindNamed } from '../../src-shared/blocks/kinds.ts'
import { documentToJson, parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type FoundField, fieldPlan, mapFields } from '../../src-shared/document/fields.ts'
import type { BlockId, EdgeId, FlowId, VariableId } from '../../src-shared/document/ids.ts'
import { PREDEFINED_VARIABLES } from '../../src-shared/document/predefined-variables.ts'
import type {
  BlockRecord,
  BotDocRecord,
  EdgeRecord,
  VariableRecord,
} from '../../src-shared/document/records.ts'

const FLOWS = 60
const VARIABLES = 60
const MAIN = 'flow_000000000000' as FlowId

/** How often kinds stand in a bot that people made; every other kind of the registry once in so many blocks too. */
const SHARES: Readonly<Record<string, number>> = {
  ...{ message: 30, question: 14, menu: 12, condition: 10, setVariable: 12, callFlow: 5, goTo: 5, end: 6 },
  entry: 0,
}
const DRAWN = KINDS.flatMap(({ name }) => Array<string>(SHARES[name] ?? 1).fill(name))

const WORDS = {
  en: 'please tell us which order you would like to change so that we can find it for you and help today',
  'pt-BR':
    'por favor informe qual pedido você gostaria de alterar para que possamos encontrar e ajudar você hoje',
} as const
/** What stands in texts and formulas, for variables of any number; most of them differ from block to block. */
const PLACES: readonly ((name: string, number: number) => string)[] = [
  name => `{{${name}}}`,
  name => `{{${name}}}`,
  name => `{{${name}|friend}}`,
  (name, number) => `{{ROUND(${name} * 1.${number}, 2)}}`,
]
const FORMULAS: typeof PLACES = [
  name => `${name} + 1`,
  (name, number) => `${name} >= ${number}`,
  (name, number) => `${name} * (${name} >= ${number} ? 0.9 : 1)`,
  name => `IF(${name} == "", "none", ${name})`,
  (name, number) => `UPPER(${name}) == "CODE ${number}"`,
  (_, number) => `"a text that stays as it is ${number}"`,
]

/**
 * The text of a bot as people make them, as compact JSON, so as the parser likes it best: flows of some 80 blocks that
 * call each other, all kinds there are, two languages, texts with places, formulas, some slips. The same every time.
 */
export function largeBotText(blocks: number): string {
  const source = new Source()
  const records: BotDocRecord[] = [botRecord(), ...variables()]
  const flows = Array.from({ length: FLOWS }, (_, at) =>
    at === 0 ? MAIN : (`flow_${source.id()}` as FlowId),
  )
  const share = Math.ceil(blocks / FLOWS)
  flows.forEach((id, at) => {
    records.push({ id, type: 'flow', name: `Part ${at}`, description: '' })
    const size = Math.min(share, blocks - at * share)
    if (size > 0) records.push(...flowOf(source, { id, size, later: flows.slice(at + 1), isMain: at === 0 }))
  })
  const text = JSON.stringify(documentToJson(BotDocument.of(records)))
  const parsed = parseDocumentText(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return text
}

/** A small generator of numbers that repeats: what is measured must not differ between runs. */
class Source {
  private state = 20_261_121

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * limit)
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  /** As long as the ids the window makes. */
  readonly id = (): string =>
    Array.from({ length: 12 }, () => '0123456789abcdef'.charAt(this.below(16))).join('')

  /** So many words, that stand in no other block together; one in four texts of a sentence has a place to fill in. */
  text(locale: keyof typeof WORDS, most: number): string {
    const words = WORDS[locale].split(' ')
    const all = Array.from({ length: 2 + this.below(most) }, () => this.pick(words)).join(' ')
    return most > 4 && this.below(4) === 0 ? `${all} ${this.written(PLACES)}` : all
  }

  written(forms: typeof PLACES): string {
    return this.pick(forms)(`VALUE_${this.below(VARIABLES)}`, this.below(100))
  }
}

type Flow = Readonly<{ id: FlowId; size: number; later: readonly FlowId[]; isMain: boolean }>

function flowOf(source: Source, { id: flow, size, later, isMain }: Flow): readonly BotDocRecord[] {
  const drafts = Array.from({ length: size }, (_, at) => ({
    id: `block_${source.id()}` as BlockId,
    kind: at === 0 ? 'entry' : source.pick(DRAWN),
  }))
  const waiting = drafts.filter(({ kind }) => kind === 'menu' || kind === 'question').map(({ id }) => id)
  const blocks = drafts.map(({ id, kind }, at): BlockRecord => {
    const place = { x: (at % 12) * 320, y: Math.floor(at / 12) * 240 }
    const title = source.below(3) === 0 ? `Step ${source.below(10_000)}` : ''
    const data =
      at === 0 ? { trigger: isMain ? 'anyMessage' : 'call' } : dataOf(source, kind, { waiting, later })
    return { id, type: 'block', flow, kind, title, ...place, data }
  })
  return [...blocks, ...blocks.flatMap((block, at) => edgesOf(source, block, blocks.slice(at + 1, at + 9)))]
}

type Targets = Readonly<{ waiting: readonly BlockId[]; later: readonly FlowId[] }>

function dataOf(source: Source, name: string, targets: Targets): BlockRecord['data'] {
  const kind = kindNamed(name)
  if (!kind) throw new Error(`there is no kind ${name}`)
  const empty = kind.defaults({ locale: 'en', newId: source.id }) as BlockRecord['data']
  const listed = Object.fromEntries(
    Object.entries(empty).map(([key, value]) => [
      key,
      Array.isArray(value) ? severalOf(source, value) : value,
    ]),
  )
  const filled = mapFields(fieldPlan(kind.schema), listed, field => filling(source, field, targets))
  return kind.schema.safeParse(filled).success ? filled : empty
}

function filling(source: Source, { role, path, value }: FoundField, { waiting, later }: Targets): unknown {
  switch (role) {
    case 'text': {
      const words = path.includes('label') ? 3 : 16
      const isTranslated = source.below(50) > 0
      return {
        en: source.text('en', words),
        ...(isTranslated ? { 'pt-BR': source.text('pt-BR', words) } : {}),
      }
    }
    case 'words':
      return { en: [source.text('en', 1)], 'pt-BR': [source.text('pt-BR', 1)] }
    case 'template':
      return `https://shop.example/${source.below(1000)}/{{VALUE_${source.below(VARIABLES)}}}`
    case 'formula':
      return source.written(FORMULAS)
    case 'variable':
      return `var_${source.below(VARIABLES)}`
    case 'flow':
      return later.length > 0 ? source.pick(source.below(3) === 0 ? later : later.slice(0, 3)) : value
    case 'block':
      return waiting.length > 0 ? source.pick(waiting) : value
    case 'intent':
    case 'messageTemplate':
    case 'auth':
      return value
  }
}

/** Lists of options, branches and the like have a few items, each with an id of its own. */
function severalOf(source: Source, [first]: readonly unknown[]): unknown[] {
  const count = first === undefined ? 0 : 1 + source.below(4)
  return Array.from({ length: count }, () => {
    if (typeof first !== 'object' || first === null || !('id' in first)) return first
    return { ...first, id: `${String(first.id).split('_')[0]}_${source.id()}` }
  })
}

/** The first port leads to the next block that goes on, the others to one of the next few; a few were forgotten. */
function edgesOf(source: Source, block: BlockRecord, ahead: readonly BlockRecord[]): readonly EdgeRecord[] {
  return portsOf(block).flatMap((port, at): EdgeRecord[] => {
    const next = ahead.find(other => portsOf(other).length > 0) ?? ahead[0]
    const target = at === 0 ? next : ahead[source.below(ahead.length)]
    if (!target || source.below(at === 0 ? 600 : 30) === 0) return []
    const id = `edge_${source.id()}` as EdgeId
    return [{ id, type: 'edge', flow: block.flow, from: block.id, port: port.id, to: target.id }]
  })
}

function portsOf({ kind, data }: BlockRecord): readonly Port[] {
  return kindNamed(kind)?.ports(data) ?? []
}

function botRecord(): BotDocRecord {
  const id = 'bot_bench' as (BotDocRecord & { type: 'bot' })['id']
  const names = { name: 'Large', description: '' }
  return {
    id,
    type: 'bot',
    ...names,
    locales: ['en', 'pt-BR'],
    mainFlow: MAIN,
    mainMenu: null,
    country: null,
  }
}

function variables(): readonly VariableRecord[] {
  const plain = { type: 'variable', secret: false, description: '' } as const
  const own = Array.from({ length: VARIABLES }, (_, at): VariableRecord => {
    const valueType = at % 4 === 0 ? 'number' : 'text'
    return { ...plain, id: `var_${at}` as VariableId, name: `VALUE_${at}`, valueType, initial: null }
  })
  const given = PREDEFINED_VARIABLES.map(({ name, initial }, at): VariableRecord => {
    return { ...plain, id: `var_given-${at}` as VariableId, name, valueType: 'text', initial }
  })
  return [...given, ...own]
}
