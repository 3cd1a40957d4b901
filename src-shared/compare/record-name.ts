import { portsOf } from '../blocks/way-on.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, RecordId } from '../document/ids.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../document/records.ts'
import { blockName } from '../kit/sentences/en/block-name.ts'
import { stepName } from '../kit/sentences/en/step-names.ts'

const MOST_SIGNS = 60

/** A record as sentences name it: `“Services” in “Main”`, `the variable CITY`, `the keyword “hi”`. */
export function recordName(record: BotDocRecord, document: BotDocument): string {
  switch (record.type) {
    case 'bot':
      return 'the bot'
    case 'flow':
      return `the flow ${quoted(record.name)}`
    case 'block': {
      const flow = document.get(record.flow)
      return flow ? `${blockName(record)} in ${quoted(flow.name)}` : blockName(record)
    }
    case 'edge':
      return `the edge of ${portName(record, document)}`
    case 'variable':
      return `the variable ${record.name}`
    case 'template':
      return `the message template ${record.name}`
    case 'media':
      return `the file ${record.name}`
    case 'intent':
      return `the intent ${quoted(record.name)}`
    case 'auth':
      return `the API access ${quoted(record.name)}`
    case 'testcase':
      return `the test ${quoted(record.name)}`
    case 'keyword':
      return `the keyword ${quoted(record.text)}`
    case 'faq':
      return `the question ${quoted(Object.values(record.questions)[0]?.[0] ?? '')}`
    case 'group':
      return `the group ${quoted(record.title)}`
    case 'note':
      return `the note ${quoted(record.text)}`
    case 'translation': {
      const about = document.get(record.record as RecordId)
      return `the marks at the translations of ${about ? recordName(about, document) : record.record}`
    }
    case 'iteration':
      return `review ${record.number}`
    case 'comment':
      return `the comment ${quoted(record.text)}`
    case 'task':
      return `the step ${stepName(record)} of the checklist`
    case 'study': {
      const block = document.get(record.block)
      return `the feasibility study of ${block ? recordName(block, document) : record.block}`
    }
    case 'waiver':
      return `the waived finding ${record.code}`
  }
}

/** The block with this id; a block that is not there by its id. */
export function blockNamed(id: BlockId, document: BotDocument): string {
  const block = document.get(id)
  return block ? blockName(block) : id
}

/** Where an edge leaves: `option 2 (“Book”) of “Services”`, or just the block where there is one way on. */
export function portName(
  { from, port: id }: Pick<EdgeRecord, 'from' | 'port'>,
  document: BotDocument,
): string {
  const block = document.get(from)
  if (!block) return `${id} of ${from}`
  const ports = portsOf(block)
  const port = ports.find(each => each.id === id)
  if (port?.role === 'next' && ports.filter(({ role }) => role === 'next').length === 1)
    return blockName(block)
  const number = itemNumber(block, id)
  const label = inLocale<string>(port?.label ?? {}, '', document.bot.locales)
  const name = number ?? `port ${id}`
  return `${name}${label ? ` (${quoted(label)})` : ''} of ${blockName(block)}`
}

/** `option 2`, where a port is the item of a list. */
function itemNumber({ data }: BlockRecord, id: string): string | null {
  for (const [name, list] of Object.entries(data)) {
    if (!Array.isArray(list)) continue
    const at = list.findIndex(item => (item as { id?: unknown } | null)?.id === id)
    if (at >= 0) return `${singular(name)} ${at + 1}`
  }
  return null
}

/** The name of a list as that of one item of it. */
export function singular(name: string): string {
  return spaced(name)
    .replace(/(ch|sh)es$/, '$1')
    .replace(/s$/, '')
}

/** The name of a field as words. */
export function spaced(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

/** A text in quotes, cut where it is long. */
export function quoted(text: string): string {
  const signs = [...text]
  return `“${signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : text}”`
}

/** What an item or value is called: its label, title, name or text. */
export function labelOf(value: unknown, document: BotDocument): string | null {
  const item = (value ?? {}) as Record<string, unknown>
  for (const name of ['label', 'title', 'name', 'text', 'key']) {
    const found = item[name]
    if (typeof found === 'string') return found
    if (typeof found === 'object' && found !== null)
      return inLocale<string>(found as Localized, '', document.bot.locales) ?? null
  }
  return null
}
