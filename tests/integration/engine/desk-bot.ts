import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { LiveChatSettings } from '../../../src-shared/document/settings.ts'

export const DESK_BOT = 'bot_desk' as BotId

/** A bot that any message brings to a person, after the question what it is about; secrets are in what it knows. */
export function deskBot(liveChat: Partial<LiveChatSettings> = {}): BotDocument {
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
  const variable = (name: string, secret: boolean) => ({
    id: `var_${name.toLowerCase()}`,
    type: 'variable',
    name,
    valueType: 'text',
    initial: null,
    secret,
    description: '',
  })
  const question = (saveTo: string) => ({
    prompt: { en: `${saveTo}?` },
    answer: 'text',
    min: null,
    max: null,
    earliest: null,
    latest: null,
    saveTo,
    retry: { en: '' },
    maxTries: null,
  })
  const handover = { text: { en: '' }, reason: 'asked', skill: 'billing', webstore: 'shop', channelLabel: '' }
  const document = parseDocument({
    parley: 1,
    records: [
      {
        id: DESK_BOT,
        type: 'bot',
        name: 'Desk',
        description: '',
        locales: ['en'],
        mainFlow: 'flow_main',
        mainMenu: null,
        country: null,
        settings: {
          liveChat: {
            afterHandover: 'detached',
            queueWhenOffline: false,
            returnOnClose: true,
            failedText: { en: 'failed' },
            offlineText: { en: 'nobody there' },
            ...liveChat,
          },
        },
      },
      { id: 'flow_main', type: 'flow', name: 'Main', description: '' },
      variable('ABOUT', false),
      variable('PIN', true),
      block('begin', 'entry', { trigger: 'anyMessage' }),
      block('person', 'handover', handover),
      block('preChat', 'entry', { trigger: 'preChat' }),
      block('about', 'question', question('var_about')),
      block('pin', 'question', question('var_pin')),
      block('done', 'end', { mode: 'close', text: { en: '' } }),
      edge('begin', 'next', 'person'),
      edge('preChat', 'next', 'about'),
      edge('about', 'answered', 'pin'),
      edge('pin', 'answered', 'done'),
    ],
  })
  if (!document.ok) throw new Error(JSON.stringify(document))
  return document.value
}
