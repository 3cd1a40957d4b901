import type { BotDocument } from '../../document/bot-document.ts'
import type { FoundField } from '../../document/fields.ts'
import type { BlockId, NoteId, RecordId } from '../../document/ids.ts'
import type { BlockRecord, BotDocRecord, NoteRecord } from '../../document/records.ts'
import { referredFile } from '../../message/file-address.ts'
import type { Clip } from '../clipboard/clip.ts'
import { visitRecordFields } from '../record-fields.ts'
import { namesIn } from './uses-of-variable.ts'

/** What is chosen on the canvas, for the edits that take blocks and notes alike. */
export type ChosenThings = Readonly<{ blocks: Iterable<BlockId>; notes: Iterable<NoteId> }>

/**
 * Copies blocks and notes of one flow with what belongs to them: the edges among them, the groups that are chosen
 * whole, the keywords of entries, and every record they use. Null when there is nothing to copy.
 */
export function copyBlocks(document: BotDocument, chosen: ChosenThings): Clip | null {
  const blocks = [...chosen.blocks].flatMap(id => document.get(id) ?? [])
  const notes = [...chosen.notes].flatMap(id => document.get(id) ?? [])
  const flow = document.get((blocks[0] ?? notes[0])?.flow as RecordId)
  if (!flow) return null
  const inFlow = <T extends BlockRecord | NoteRecord>(things: T[]) =>
    things.filter(thing => thing.flow === flow.id)
  const own = new Map(inFlow(blocks).map(block => [block.id, block]))
  return {
    records: [
      flow,
      ...own.values(),
      ...inFlow(notes),
      ...edgesAmong(document, own),
      ...[...document.all('group')].filter(({ blocks: inside }) => inside.every(id => own.has(id))),
      ...[...document.all('keyword')].filter(({ entry }) => own.has(entry)),
      ...usedBy(document, own),
    ],
  }
}

type Blocks = ReadonlyMap<BlockId, BlockRecord>

function edgesAmong(document: BotDocument, blocks: Blocks): BotDocRecord[] {
  return [...blocks.keys()].flatMap(id => document.edgesFrom(id).filter(({ to }) => blocks.has(to)))
}

/** Variables by id or name, and the records chosen in fields; an API access brings its secret. */
function usedBy(document: BotDocument, blocks: Blocks): Iterable<BotDocRecord> {
  const byName = new Map([...document.all('variable')].map(variable => [variable.name, variable]))
  const used = new Map<RecordId, BotDocRecord>()
  const look = (record: BotDocRecord) =>
    visitRecordFields(record, field => {
      if (field.role === 'flow' || field.role === 'block') return
      for (const name of namesIn(field)) take(byName.get(name))
      const chosen = choiceIn(field)
      if (chosen !== null) take(document.get(chosen))
    })
  const take = (record: BotDocRecord | undefined) => {
    if (!record || used.has(record.id)) return
    const kept = record.type === 'intent' ? { ...record, entry: keptEntry(record.entry, blocks) } : record
    used.set(record.id, kept)
    look(record)
  }
  for (const block of blocks.values()) look(block)
  return used.values()
}

function choiceIn({ role, value }: FoundField): RecordId | null {
  if (typeof value !== 'string') return null
  if (role === 'template') return referredFile(value) as RecordId | null
  return CHOOSING.has(role) ? (value as RecordId) : null
}

const CHOOSING: ReadonlySet<string> = new Set(['variable', 'intent', 'messageTemplate', 'auth'])

function keptEntry(entry: BlockId | null, blocks: Blocks): BlockId | null {
  return entry && blocks.has(entry) ? entry : null
}
