import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import type { PublishRequest } from '../../../src-shared/publish/protocol.ts'

export const COUNTING_BOT = 'bot_counting' as BotId

type Shape = Readonly<{
  /** Said before the count, so that two versions can be told apart. */
  mark?: string
  id?: string
  name?: string
  secret?: boolean
  /** Removes an edge, which the checks call an error. */
  broken?: boolean
  /** Divides by nothing after every text, which no check can know. */
  faulty?: boolean
}>

/**
 * A bot whose every answer depends on all messages before it: the k-th answer of a conversation is `k: <k-th text>`.
 * A lost, doubled or swapped message shows in every answer after it.
 */
export function countingBot(shape: Shape = {}): BotDocument {
  const {
    mark = '',
    id = COUNTING_BOT,
    name = 'Counter',
    secret = false,
    broken = false,
    faulty = false,
  } = shape
  const flow = 'flow_main'
  const block = (tail: string, kind: string, data: Record<string, unknown>) => ({
    id: `block_${tail}`,
    type: 'block',
    flow,
    kind,
    title: '',
    x: 0,
    y: 0,
    data,
  })
  const edge = (from: string, port: string, to: string) => ({
    id: `edge_${from}-${port}`,
    type: 'edge',
    flow,
    from: `block_${from}`,
    port,
    to: `block_${to}`,
  })
  const variable = (tail: string, title: string, valueType: string, initial: unknown, isSecret = false) => ({
    id: `var_${tail}`,
    type: 'variable',
    name: title,
    valueType,
    initial,
    secret: isSecret,
    description: '',
  })
  const bounds = { min: null, max: null, earliest: null, latest: null, maxTries: null }
  const records = [
    {
      id,
      type: 'bot',
      name,
      description: '',
      locales: ['en'],
      mainFlow: flow,
      mainMenu: null,
      country: null,
    },
    { id: flow, type: 'flow', name: 'Main', description: '' },
    variable('count', 'COUNT', 'number', 0),
    variable('said', 'SAID', 'text', null, secret),
    variable('endtoken', 'ENCERRA_FLUXO', 'text', '#END'),
    block('begin', 'entry', { trigger: 'anyMessage' }),
    block('ask', 'question', {
      ...bounds,
      prompt: { en: `${mark}Say something` },
      answer: 'text',
      saveTo: 'var_said',
      retry: { en: '' },
    }),
    block('count', 'setVariable', {
      assignments: [{ variable: 'var_count', value: faulty ? '1 / (COUNT - COUNT)' : 'COUNT + 1' }],
    }),
    block('tell', 'message', { text: { en: `${mark}{{COUNT}}: {{${secret ? 'COUNT' : 'SAID'}}}` } }),
    block('again', 'goTo', { block: 'block_ask' }),
    edge('begin', 'next', 'ask'),
    edge('ask', 'answered', 'count'),
    edge('count', 'next', 'tell'),
    ...(broken ? [] : [edge('tell', 'next', 'again')]),
  ]
  const document = parseDocument({ parley: 1, records })
  if (!document.ok) throw new Error(JSON.stringify(document))
  return document.value
}

export function publishRequestOf(document: BotDocument, note = ''): PublishRequest {
  const { hash, text } = bundleOf(document)
  return { name: document.bot.name, hash, bundle: text, note }
}
