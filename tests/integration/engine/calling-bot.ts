import { apiCall } from '../../../src-shared/blocks/api-call.ts'
import type { DataOf } from '../../../src-shared/blocks/kinds.ts'
import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'

export const CALLING_BOT = 'bot_calling' as BotId

type Shape = Readonly<{
  call: Partial<DataOf<'apiCall'>>
  /** The profile the call is made with; its secret is that of the variable KEY. */
  auth?: Readonly<{ scheme: string; identity?: string; tokenUrl?: string; scope?: string }>
  /** The value of BASE. */
  base?: string
  /** Hours it waits after a good answer, instead of going on at once. */
  waitsHours?: number
}>

/**
 * A bot that any message wakes: it calls, says what came of it (`good`, `bad 404`, `late`), and then repeats what the
 * customer writes.
 */
export function callingBot({ call, auth, base, waitsHours }: Shape): BotDocument {
  const block = (tail: string, kind: string, data: object) => ({
    id: `block_${tail}`,
    type: 'block',
    flow: 'flow_main',
    kind,
    title: '',
    x: 0,
    y: 0,
    data,
  })
  const edge = (from: string, port: string, to: string) => ({
    id: `edge_${from}-${port}`,
    type: 'edge',
    flow: 'flow_main',
    from: `block_${from}`,
    port,
    to: `block_${to}`,
  })
  const variable = (
    name: string,
    valueType: string,
    { secret = false, initial = null as string | null } = {},
  ) => ({
    id: `var_${name.toLowerCase()}`,
    type: 'variable',
    name,
    valueType,
    initial,
    secret,
    description: '',
  })
  const profile = {
    id: 'auth_any',
    type: 'auth',
    name: 'Any',
    identity: '',
    secret: 'var_key',
    tokenUrl: '',
    scope: '',
    ...auth,
  }
  const usual = apiCall.defaults({ locale: 'en', newId: () => 'x' })
  const data = { ...usual, statusTo: 'var_status', ...(auth ? { auth: 'auth_any' } : {}), ...call }
  const question = {
    prompt: { en: '?' },
    answer: 'text',
    min: null,
    max: null,
    earliest: null,
    latest: null,
    saveTo: 'var_said',
    retry: { en: '' },
    maxTries: null,
  }
  const document = parseDocument({
    parley: 1,
    records: [
      {
        id: CALLING_BOT,
        type: 'bot',
        name: 'Caller',
        description: '',
        locales: ['en'],
        mainFlow: 'flow_main',
        mainMenu: null,
        country: null,
      },
      { id: 'flow_main', type: 'flow', name: 'Main', description: '' },
      variable('KEY', 'text', { secret: true }),
      variable('BASE', 'text', { initial: base ?? null }),
      variable('STATUS', 'number'),
      variable('SAID', 'text'),
      ...(auth ? [profile] : []),
      block('begin', 'entry', { trigger: 'anyMessage' }),
      block('call', 'apiCall', data),
      block('good', 'message', { text: { en: 'good' } }),
      block('bad', 'message', { text: { en: 'bad {{STATUS}}' } }),
      block('late', 'message', { text: { en: 'late' } }),
      block('ask', 'question', question),
      block('tell', 'message', { text: { en: 'you said {{SAID}}' } }),
      block('again', 'goTo', { block: 'block_ask' }),
      edge('begin', 'next', 'call'),
      edge('call', 'success', 'good'),
      edge('call', 'error', 'bad'),
      edge('call', 'timeout', 'late'),
      ...(waitsHours === undefined
        ? [edge('good', 'next', 'ask')]
        : [
            block('wait', 'delay', { amount: waitsHours, unit: 'hours' }),
            edge('good', 'next', 'wait'),
            edge('wait', 'next', 'ask'),
          ]),
      edge('bad', 'next', 'ask'),
      edge('late', 'next', 'ask'),
      edge('ask', 'answered', 'tell'),
      edge('tell', 'next', 'again'),
    ],
  })
  if (!document.ok) throw new Error(JSON.stringify(document))
  return document.value
}
