import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type {
  AuthId,
  BlockId,
  BotId,
  EdgeId,
  FaqId,
  FlowId,
  IntentId,
  KeywordId,
  MediaId,
  RecordId,
  TemplateId,
  VariableId,
} from '../../../src-shared/document/ids.ts'
import { PREDEFINED_VARIABLES } from '../../../src-shared/document/predefined-variables.ts'
import type {
  AuthRecord,
  BlockRecord,
  BotDocRecord,
  BotRecord,
  FaqRecord,
  IntentRecord,
  KeywordRecord,
  MediaRecord,
  TemplateRecord,
  VariableRecord,
} from '../../../src-shared/document/records.ts'
import type { BotSettings } from '../../../src-shared/document/settings.ts'

export const BOT = 'bot_b' as BotId
export const MAIN = 'flow_main' as FlowId

/** A bot being written down for a test; blocks, flows and so on go by the short name behind their prefix. */
export class DraftBot {
  private readonly records = new Map<RecordId, BotDocRecord>()

  put(record: BotDocRecord): this {
    this.records.set(record.id, record)
    return this
  }

  drop(id: string): this {
    this.records.delete(id as RecordId)
    return this
  }

  bot(patch: Partial<BotRecord>): this {
    return this.put({ ...(this.records.get(BOT) as BotRecord), ...patch })
  }

  settings(patch: BotSettings): this {
    const { settings } = this.records.get(BOT) as BotRecord
    return this.bot({ settings: { ...settings, ...patch } })
  }

  flow(name: string): this {
    return this.put({ id: flowId(name), type: 'flow', name, description: '' })
  }

  block(name: string, kind: string, data: object, patch: Partial<BlockRecord> = {}): this {
    const place = { flow: MAIN, title: name, x: this.records.size * 40, y: 0 }
    return this.put({ id: blockId(name), type: 'block', kind, data: { ...data }, ...place, ...patch })
  }

  /** Leads a port on; what it led to before is forgotten. */
  edge(from: string, port: string, to: string, flow: FlowId = MAIN): this {
    const id = `edge_${from}-${port.replace('_', '-')}` as EdgeId
    return this.put({ id, type: 'edge', flow, from: blockId(from), port, to: blockId(to) })
  }

  unplug(from: string, port: string): this {
    return this.drop(`edge_${from}-${port.replace('_', '-')}`)
  }

  variable(name: string, patch: Partial<VariableRecord> = {}): this {
    const id = variableId(name)
    const base = { valueType: 'text', initial: null, secret: false, description: '' } as const
    return this.put({ id, type: 'variable', name, ...base, ...patch })
  }

  keyword(name: string, text: string, entry: string, patch: Partial<KeywordRecord> = {}): this {
    const id = `kw_${name}` as KeywordId
    return this.put({
      id,
      type: 'keyword',
      text,
      match: 'exact',
      locale: null,
      entry: blockId(entry),
      ...patch,
    })
  }

  intent(name: string, patch: Partial<IntentRecord> = {}): this {
    const base = { name, phrases: { en: [`I want ${name}`] }, entry: null }
    return this.put({ id: intentId(name), type: 'intent', ...base, ...patch })
  }

  faq(name: string, patch: Partial<FaqRecord> = {}): this {
    const id = `faq_${name}` as FaqId
    const base = { questions: { en: [`What is ${name}?`] }, answer: { en: `About ${name}` }, topic: '' }
    return this.put({ id, type: 'faq', ...base, ...patch })
  }

  /** A message template, approved and without places. */
  template(name: string, patch: Partial<TemplateRecord> = {}): this {
    const base = { category: 'utility', state: 'approved', header: 'none', footer: {}, places: 0 } as const
    const body = { en: 'News' }
    return this.put({ id: templateId(name), type: 'template', name, ...base, body, ...patch })
  }

  auth(name: string, patch: Partial<AuthRecord> = {}): this {
    const base = { scheme: 'bearer', identity: '', secret: null, tokenUrl: '', scope: '' } as const
    return this.put({ id: authId(name), type: 'auth', name, ...base, ...patch })
  }

  /** A picture of the bot's own. */
  media(name: string, patch: Partial<MediaRecord> = {}): this {
    const base = { mime: 'image/png', size: 1000, hash: '0'.repeat(64), width: 1, height: 1 } as const
    const alt = { en: 'The shop from outside' }
    return this.put({ id: mediaId(name), type: 'media', name, ...base, alt, ...patch })
  }

  /** The document, which is one that Parley accepts. */
  document(): BotDocument {
    const document = BotDocument.of(this.records.values())
    const parsed = parseDocument(documentToJson(document))
    if (!parsed.ok) throw new Error(parsed.message)
    return document
  }
}

export function blockId(name: string): BlockId {
  return `block_${name}` as BlockId
}

export function flowId(name: string): FlowId {
  return `flow_${name}` as FlowId
}

export function variableId(name: string): VariableId {
  return `var_${name.toLowerCase().replaceAll('_', '-')}` as VariableId
}

export function intentId(name: string): IntentId {
  return `intent_${name}` as IntentId
}

export function templateId(name: string): TemplateId {
  return `tpl_${name.replaceAll('_', '-')}` as TemplateId
}

export function mediaId(name: string): MediaId {
  return `media_${name}` as MediaId
}

export function authId(name: string): AuthId {
  return `auth_${name}` as AuthId
}

export const END = { mode: 'close', text: { en: 'Bye' } }
export const RETURN = { mode: 'return', text: { en: '' } }

export function say(text: string): object {
  return { text: { en: text } }
}

export function option(id: string, label: string, synonyms: readonly string[] = []): object {
  return { id: `opt_${id}`, label: { en: label }, synonyms: synonyms.length > 0 ? { en: synonyms } : {} }
}

export function menuOf(...options: object[]): object {
  return { prompt: { en: 'Choose' }, options, retry: { en: '' } }
}

export function ask(patch: object = {}): object {
  const bounds = { min: null, max: null, earliest: null, latest: null }
  return {
    ...{ prompt: { en: 'Which?' }, answer: 'text', ...bounds },
    ...{ saveTo: null, retry: { en: '' }, maxTries: null, ...patch },
  }
}

export function when(...formulas: string[]): object {
  return { branches: formulas.map((formula, at) => ({ id: `br_${at}`, name: '', when: formula })) }
}

export function set(variable: string | null, value: string): object {
  return { assignments: [{ variable: variable === null ? null : variableId(variable), value }] }
}

/** A bot in which there is nothing to mend: entry, greeting, a main menu of two options, an end. */
export function healthyBot(): DraftBot {
  const draft = new DraftBot()
  draft.put({
    id: BOT,
    type: 'bot',
    name: 'Casey',
    description: '',
    locales: ['en'],
    mainFlow: MAIN,
    mainMenu: blockId('menu'),
    country: null,
  })
  draft.put({ id: MAIN, type: 'flow', name: 'Main', description: '' })
  for (const { name, initial } of PREDEFINED_VARIABLES) draft.variable(name, { initial })
  return draft
    .block('in', 'entry', { trigger: 'keyword' })
    .block('hello', 'message', say('Hello {{NOME_CLIENTE|friend}}'))
    .block('menu', 'menu', menuOf(option('a', 'Opening hours'), option('b', 'Leave')))
    .block('end', 'end', END)
    .edge('in', 'next', 'hello')
    .edge('hello', 'next', 'menu')
    .edge('menu', 'opt_a', 'hello')
    .edge('menu', 'opt_b', 'end')
    .keyword('hi', 'Hi', 'in')
}
