import type { EntryData } from '../blocks/entry.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import { byId } from './by-id.ts'
import type { ProgramBlock, ProgramEntries } from './program.ts'

type Blocks = ReadonlyMap<BlockId, ProgramBlock>
type Entry = Readonly<{ block: ProgramBlock; data: EntryData; flow: FlowId }>

function entriesOf(document: BotDocument, blocks: Blocks): readonly Entry[] {
  return byId(document.all('block')).flatMap(record => {
    const block = record.kind === 'entry' ? blocks.get(record.id) : undefined
    return block ? [{ block, data: (record as BlockRecord<EntryData>).data, flow: record.flow }] : []
  })
}

/** The first entry of each sort, in the order of ids; the checks name the others. */
export function compileEntries(document: BotDocument, blocks: Blocks): ProgramEntries {
  const entries = entriesOf(document, blocks)
  const of = (trigger: EntryData['trigger']) => entries.filter(({ data }) => data.trigger === trigger)
  const keyed = (trigger: EntryData['trigger'], key: (data: EntryData) => string) => {
    const found = new Map<string, ProgramBlock>()
    for (const { block, data } of of(trigger)) if (!found.has(key(data))) found.set(key(data), block)
    return found
  }
  const intents = new Map<string, ProgramBlock>()
  for (const { id, entry } of byId(document.all('intent'))) {
    const block = entry && blocks.get(entry)
    if (block) intents.set(id, block)
  }
  return {
    anyMessage: of('anyMessage')[0]?.block ?? null,
    proactive: of('proactive')[0]?.block ?? null,
    referrals: keyed('referral', ({ name }) => name ?? ''),
    events: keyed('event', ({ name }) => name ?? ''),
    schedules: new Map(of('schedule').map(({ block }) => [block.id, block])),
    preChat: keyed('preChat', ({ locale }) => locale ?? ''),
    intents,
  }
}

/** A flow begins at its `call` entry, else at its first other entry. */
export function compileStarts(document: BotDocument, blocks: Blocks): ReadonlyMap<FlowId, ProgramBlock> {
  const starts = new Map<FlowId, ProgramBlock>()
  const preferred = [...entriesOf(document, blocks)].sort(
    (a, b) => Number(b.data.trigger === 'call') - Number(a.data.trigger === 'call'),
  )
  for (const { block, flow } of preferred) if (!starts.has(flow)) starts.set(flow, block)
  return starts
}
