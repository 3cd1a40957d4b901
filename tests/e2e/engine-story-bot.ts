import { type Step, taskIdOf } from '../../src-shared/document/task.ts'

/**
 * The bot of the engine's story: a menu, and three wrong answers to it bring a person. It takes over again when the
 * person closes, and closes itself when nobody says anything for the shortest time there is.
 */
export const STORY_BOT = 'bot_frontdesk'
export const MENU = 'What can I do for you?'
export const RETRY = 'Please choose one of these.'
export const PASSING_ON = 'I will find somebody for you.'
export const WAIT_A_MOMENT = 'One moment, please.'
export const SILENCE = 'Nobody is here any more, so I close this.'

const BLOCKS = [
  block('begin', 'entry', { trigger: 'anyMessage' }),
  block('menu', 'menu', {
    prompt: { en: MENU },
    options: [option('hours', 'Opening hours'), option('way', 'The way here')],
    retry: { en: RETRY },
  }),
  block('hours', 'end', { mode: 'close', text: { en: 'From nine to five.' } }),
  block('way', 'end', { mode: 'close', text: { en: 'Bus 12.' } }),
  block('prechat', 'entry', { trigger: 'preChat' }),
  block('moment', 'end', { mode: 'close', text: { en: WAIT_A_MOMENT } }),
]
const EDGES = [
  edge('begin', 'next', 'menu'),
  edge('menu', 'opt_hours', 'hours'),
  edge('menu', 'opt_way', 'way'),
  edge('prechat', 'next', 'moment'),
]

/** Without these a bot for WhatsApp is not activated (requirements.md KAL-01). */
const DONE = [done('kyc'), done('channel', 'whatsapp'), done('waba'), done('optIn')]

/** The file a person opens in the window. */
export const STORY_FILE = JSON.stringify({
  parley: 1,
  records: [
    {
      ...{ id: STORY_BOT, type: 'bot', name: 'Front desk', description: '', locales: ['en'] },
      ...{ mainFlow: 'flow_main', mainMenu: null, country: null },
      settings: {
        channels: ['whatsapp'],
        inactivityMinutes: 15,
        inactivityText: { en: SILENCE },
        transferOnInvalid: true,
        invalidTransferText: { en: PASSING_ON },
        liveChat: {
          ...{ afterHandover: 'detached', queueWhenOffline: false, returnOnClose: true },
          ...{ failedText: { en: 'That did not work.' }, offlineText: { en: 'Nobody is there.' } },
        },
      },
    },
    { id: 'flow_main', type: 'flow', name: 'Main', description: '' },
    ...BLOCKS,
    ...EDGES,
    ...DONE,
  ],
})

function block(tail: string, kind: string, data: object): object {
  const at = { title: '', x: 0, y: 0 }
  return { id: `block_${tail}`, type: 'block', flow: 'flow_main', kind, ...at, data }
}

function edge(from: string, port: string, to: string): object {
  const ends = { from: `block_${from}`, port, to: `block_${to}` }
  return { id: `edge_${from}-${port.replace('_', '-')}`, type: 'edge', flow: 'flow_main', ...ends }
}

function option(tail: string, label: string): object {
  return { id: `opt_${tail}`, label: { en: label }, synonyms: {} }
}

function done(step: Step, channel: 'whatsapp' | null = null): object {
  const said = { owner: '', date: null, evidence: null, note: '' }
  return { id: taskIdOf(step, channel), type: 'task', step, channel, state: 'done', ...said }
}
