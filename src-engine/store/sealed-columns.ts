/** What of a table is sealed (docs/decisions/0035). */
export type SealedTable = Readonly<{
  /** Columns that are looked up: the same name is the same everywhere. */
  names: readonly string[]
  /** Names of messages, which are sealed where somebody is in them. */
  ids?: readonly string[]
  /** Columns that are only read, each with the columns of its row that it is bound to. */
  bodies: Readonly<Record<string, readonly string[]>>
  /** Words of the engine in such columns, which stay as they are. */
  words?: readonly string[]
}>

const OF_INPUT = ['bot', 'contact', 'id'] as const
const OF_MESSAGE = ['bot', 'contact', 'number'] as const
const OF_EVENT = ['channel', 'id'] as const

/**
 * Every column that says who somebody is or what they and the bot said. A statement that reads one has to read the
 * columns it is bound to as well; those that update one seal it themselves (`tx.vault.seal`).
 */
export const SEALED: Readonly<Record<string, SealedTable>> = {
  conversation: { names: ['contact'], bodies: { session: ['bot', 'contact'] } },
  inbound: {
    // What a channel tells of a contact is the same each time.
    names: ['contact', 'profile'],
    ids: ['id'],
    bodies: { text: OF_INPUT, option: OF_INPUT, input: OF_INPUT },
  },
  pending: { names: ['contact'], bodies: {} },
  turn: { names: [], bodies: { events: ['seq'] } },
  message: {
    names: ['contact'],
    ids: ['id'],
    bodies: { text: OF_MESSAGE, options: OF_MESSAGE, content: OF_MESSAGE },
  },
  effect: { names: ['contact'], bodies: { request: ['bot', 'contact', 'id'] } },
  media: { names: [], bodies: { bytes: ['hash'] } },
  delivery: { names: ['contact', 'queue'], ids: ['answer'], bodies: { payload: ['id'], error: [] } },
  channel: { names: [], bodies: { last_error: [] } },
  channel_address: { names: ['address', 'contact'], bodies: {} },
  channel_event: { names: ['contact'], ids: ['id'], bodies: { note: OF_EVENT, payload: OF_EVENT } },
  channel_waiting: {
    names: ['contact', 'profile'],
    ids: ['id'],
    bodies: { input: OF_INPUT, files: OF_INPUT },
  },
  desk_chat: {
    names: ['contact'],
    bodies: { summary: ['bot', 'contact', 'effect'], close_reason: [] },
  },
  desk_note: {
    names: [],
    bodies: { text: ['chat', 'at', 'kind'] },
    words: ['bot', 'agent', 'time', 'erasure', 'restriction'],
  },
  integration: { names: [], bodies: { last_error: [] } },
  integration_attempt: { names: [], bodies: { excerpt: ['delivery', 'number', 'at'] } },
  routing: { names: ['contact'], bodies: { state: ['bot', 'contact', 'service'] } },
  routed_conversation: { names: ['contact'], bodies: {} },
  stage_conversation: { names: ['contact'], bodies: {} },
  proactive_message: { names: ['contact'], bodies: { recipient: ['id'] } },
  proactive_request: {
    names: ['dedupe_key'],
    bodies: { digest: [], answer: ['bot', 'dedupe_key'] },
  },
  legal_hold: { names: ['contact'], bodies: { reason: ['id'] } },
  restriction: { names: ['contact'], bodies: { reason: ['id'] } },
  consent: { names: ['contact'], bodies: { wording: ['channel', 'contact', 'at'] } },
}
