import type { DataOf, KindName } from '../../../../src-shared/blocks/kinds.ts'
import { BotDocument } from '../../../../src-shared/document/bot-document.ts'
import type { BlockId, BotId, EdgeId, FlowId } from '../../../../src-shared/document/ids.ts'
import type { BlockRecord, BotDocRecord, EdgeRecord } from '../../../../src-shared/document/records.ts'

export const FLOW = 'flow_main' as FlowId

export function blockOf<Name extends KindName>(
  id: string,
  kind: Name,
  data: DataOf<Name>,
  place: { x: number; y: number; flow?: FlowId } = { x: 0, y: 0 },
): BlockRecord {
  return {
    id: `block_${id}` as BlockId,
    type: 'block',
    flow: FLOW,
    kind,
    title: '',
    data: data as BlockRecord['data'],
    ...place,
  }
}

export function edgeOf(from: string, port: string, to: string): EdgeRecord {
  return {
    id: `edge_${from}-${port.replace('_', '')}-${to}` as EdgeId,
    type: 'edge',
    flow: FLOW,
    from: `block_${from}` as BlockId,
    port,
    to: `block_${to}` as BlockId,
  }
}

/** An entry, a menu of two options, and what follows; the second option leads back to the menu. */
export function menuFlow(): BotDocument {
  const records: BotDocRecord[] = [
    {
      id: 'bot_a' as BotId,
      type: 'bot',
      name: 'A',
      description: '',
      locales: ['en'],
      mainFlow: FLOW,
      mainMenu: null,
      country: null,
    },
    { id: FLOW, type: 'flow', name: 'Main', description: '' },
    { id: 'flow_other' as FlowId, type: 'flow', name: 'Other', description: '' },
    blockOf('start', 'entry', { trigger: 'anyMessage' }),
    blockOf(
      'menu',
      'menu',
      {
        prompt: { en: 'What?' },
        options: [
          { id: 'opt_a', label: { en: 'A' }, synonyms: {} },
          { id: 'opt_b', label: { en: 'B' }, synonyms: {} },
        ],
        retry: {},
      },
      { x: 320, y: 0 },
    ),
    blockOf('a', 'message', { text: { en: 'You chose A' } }, { x: 640, y: 0 }),
    blockOf('b', 'message', { text: { en: 'You chose B' } }, { x: 640, y: 160 }),
    blockOf('far', 'message', { text: { en: 'Far' } }, { x: 9000, y: 9000 }),
    blockOf('other', 'message', { text: { en: 'Other' } }, { x: 0, y: 0, flow: 'flow_other' as FlowId }),
    edgeOf('start', 'next', 'menu'),
    edgeOf('menu', 'opt_a', 'a'),
    edgeOf('menu', 'opt_b', 'b'),
    edgeOf('b', 'next', 'menu'),
  ]
  return BotDocument.of(records)
}
