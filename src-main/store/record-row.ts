import type { RecordId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'

/** The members of a record that have an index: where it lies, where it points to, what it is called. */
export type RecordKeys = Readonly<{
  flow: string | null
  source: string | null
  port: string | null
  target: string | null
  name: string | null
}>

const NO_KEYS: RecordKeys = { flow: null, source: null, port: null, target: null, name: null }

export function recordKeys(record: BotDocRecord): RecordKeys {
  switch (record.type) {
    case 'block':
    case 'group':
    case 'note':
      return { ...NO_KEYS, flow: record.flow }
    case 'edge':
      return { ...NO_KEYS, flow: record.flow, source: record.from, port: record.port, target: record.to }
    case 'keyword':
      return { ...NO_KEYS, target: record.entry }
    case 'variable':
    case 'intent':
    case 'template':
    case 'auth':
    case 'testcase':
      return { ...NO_KEYS, name: record.name }
    case 'bot':
    case 'flow':
    case 'faq':
    case 'media':
    case 'waiver':
    case 'translation':
    case 'iteration':
    case 'comment':
    case 'task':
    case 'study':
      return NO_KEYS
  }
}

export function sameKeys(a: BotDocRecord, b: BotDocRecord): boolean {
  if (a.type !== b.type) return false
  const [x, y] = [recordKeys(a), recordKeys(b)]
  return (
    x.flow === y.flow &&
    x.source === y.source &&
    x.port === y.port &&
    x.target === y.target &&
    x.name === y.name
  )
}

/** The records a record points to by its own members; what a block's data points to is for the checks. */
export function targetsOf(record: BotDocRecord): readonly RecordId[] {
  switch (record.type) {
    case 'bot':
      return [record.mainFlow, record.mainMenu, record.picture].filter(id => id != null)
    case 'block':
    case 'note':
      return [record.flow]
    case 'group':
      return [record.flow, ...record.blocks]
    case 'edge':
      return [record.flow, record.from, record.to]
    case 'keyword':
      return [record.entry]
    case 'intent':
      return record.entry ? [record.entry] : []
    case 'auth':
      return record.secret ? [record.secret] : []
    case 'variable':
    case 'flow':
    case 'faq':
    case 'template':
    case 'media':
    case 'waiver':
    case 'translation':
    case 'testcase':
    case 'iteration':
    case 'comment':
    case 'task':
    case 'study':
      return []
  }
}
