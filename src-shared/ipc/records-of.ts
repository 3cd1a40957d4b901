import type { BotDocRecord } from '../document/records.ts'
import type { OpenedBot } from './contract.ts'

/** The records of an opened bot, which main has read from its own file: they are not checked again. */
export function recordsOf({ records }: Pick<OpenedBot, 'records'>): BotDocRecord[] {
  const all = JSON.parse(records) as BotDocRecord[]
  shareTexts(all)
  return all
}

type Named = {
  id: string
  type: string
  kind?: string
  flow?: string
  from?: string
  to?: string
  port?: string
}

/**
 * Lets records share their names. Parsing makes a text of its own each time one is read: in a large bot a tenth of the
 * memory would be the same flow, the same types and the ids of blocks again at each edge.
 */
function shareTexts(records: readonly Named[]): void {
  const known = new Map<string, string>()
  const shared = (text: string) => {
    const found = known.get(text)
    if (found === undefined) known.set(text, text)
    return found ?? text
  }
  for (const record of records) {
    known.set(record.id, record.id)
    record.type = shared(record.type)
    if (record.flow !== undefined) record.flow = shared(record.flow)
    if (record.kind !== undefined) record.kind = shared(record.kind)
    if (record.from !== undefined) record.from = shared(record.from)
    if (record.to !== undefined) record.to = shared(record.to)
    if (record.port !== undefined) record.port = shared(record.port)
  }
}
