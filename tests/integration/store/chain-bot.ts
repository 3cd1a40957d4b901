import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type {
  BlockId,
  BotId,
  EdgeId,
  FlowId,
  KeywordId,
  VariableId,
} from '../../../src-shared/document/ids.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../../../src-shared/document/records.ts'

export const BOT = 'bot_chain' as BotId
export const FLOW = 'flow_main' as FlowId

/** A bot of one entry, `blocks` messages in a chain, an end, a variable and a keyword. */
export function chainBot(blocks: number, bot: BotId = BOT): BotDocument {
  return BotDocument.of(chainRecords(blocks, bot))
}

export function chainRecords(blocks: number, bot: BotId = BOT): BotDocRecord[] {
  const chain = [
    block('entry', 0, { trigger: 'keyword' }),
    ...Array.from({ length: blocks }, (_, i) =>
      block('message', i + 1, {
        text: { en: `Message ${i + 1} of a chain, long enough to be like one that people write.` },
      }),
    ),
    block('end', blocks + 1, { mode: 'close', text: { en: 'Goodbye.' } }),
  ]
  const edges = chain.slice(1).map((to, i) => edge(i, (chain[i] as BlockRecord).id, to.id))
  return [
    {
      id: bot,
      type: 'bot',
      name: 'Chain',
      description: '',
      locales: ['en'],
      mainFlow: FLOW,
      mainMenu: null,
      country: null,
    },
    { id: FLOW, type: 'flow', name: 'Main', description: '' },
    ...chain,
    ...edges,
    {
      id: 'var_name' as VariableId,
      type: 'variable',
      name: 'CUSTOMER',
      valueType: 'text',
      initial: '',
      secret: false,
      description: '',
    },
    {
      id: 'kw_hello' as KeywordId,
      type: 'keyword',
      text: 'hello',
      match: 'exact',
      locale: null,
      entry: blockId(0),
    },
  ]
}

export function blockId(index: number): BlockId {
  return `block_${index}` as BlockId
}

export function block(kind: string, index: number, data: Record<string, unknown>): BlockRecord {
  return { id: blockId(index), type: 'block', flow: FLOW, kind, title: '', x: index * 240, y: 0, data }
}

export function edge(index: number, from: BlockId, to: BlockId): EdgeRecord {
  return { id: `edge_${index}` as EdgeId, type: 'edge', flow: FLOW, from, port: 'next', to }
}
