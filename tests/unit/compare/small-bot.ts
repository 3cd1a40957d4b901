import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../../src-shared/document/ids.ts'

type Member = string | number | boolean | null | object
/** Members to change by the id of a record and a way into it (`block_menu/data/retry`); null drops a whole record. */
export type Edits = Readonly<Record<string, Member>>

const RECORDS: readonly object[] = [
  { id: 'bot_s', type: 'bot', name: 'Small', description: '', locales: ['en', 'pt'], ...mainOf('flow_main') },
  { id: 'flow_main', type: 'flow', name: 'Main', description: '' },
  { id: 'var_city', type: 'variable', name: 'CITY', ...plain() },
  block('block_start', 'entry', 'Start', { trigger: 'anyMessage' }),
  block('block_menu', 'menu', 'Services', {
    prompt: { en: 'How can we help you today?', pt: 'Como podemos ajudar?' },
    options: [option('opt_a', 'Book'), option('opt_b', 'Ask'), option('opt_c', 'Leave')],
    retry: { en: 'Sorry?' },
  }),
  block('block_book', 'message', 'Booking', { text: { en: 'We book.' } }),
  block('block_ask', 'message', 'Asking', { text: { en: 'We ask.' } }),
  block('block_set', 'setVariable', '', { assignments: [{ variable: 'var_city', value: '"x"' }] }),
  edge('edge_1', 'block_start', 'next', 'block_menu'),
  edge('edge_2', 'block_menu', 'opt_a', 'block_book'),
  edge('edge_3', 'block_menu', 'opt_b', 'block_ask'),
]

/** The small bot with changes; a key that names no record adds one. */
export function smallBot(edits: Edits = {}): BotDocument {
  const records = new Map(RECORDS.map(record => [(record as { id: string }).id, structuredClone(record)]))
  for (const [place, value] of Object.entries(edits)) {
    const [id = '', ...path] = place.split('/')
    if (path.length > 0) set(records.get(id) as object, path, value)
    else if (value === null) records.delete(id)
    else records.set(id, value as object)
  }
  const parsed = parseDocument({ parley: 1, records: [...records.values()] })
  if (!parsed.ok) throw new Error(parsed.message)
  return BotDocument.of(parsed.value.values())
}

/** The value at a place of a bot. */
export function at(document: BotDocument, place: string): unknown {
  const [id = '', ...path] = place.split('/')
  return path.reduce<unknown>(
    (value, step) => (value as Record<string, unknown>)[step],
    document.get(id as RecordId),
  )
}

function set(record: object, path: readonly string[], value: Member): void {
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], record)
  ;(owner as Record<string, unknown>)[path.at(-1) ?? ''] = value
}

export function option(id: string, label: string): object {
  return { id, label: { en: label }, synonyms: {} }
}

export function edge(id: string, from: string, port: string, to: string): object {
  return { id, type: 'edge', flow: 'flow_main', from, port, to }
}

export function block(id: string, kind: string, title: string, data: object): object {
  return { id, type: 'block', flow: 'flow_main', kind, title, x: 0, y: 0, data }
}

function mainOf(mainFlow: string): object {
  return { mainFlow, mainMenu: null, country: null }
}

export function plain(): object {
  return { valueType: 'text', initial: null, secret: false, description: '' }
}
