import { setTimeout } from 'node:timers/promises'
import { parseDocument } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import { type Ratio, type Row, ratio } from '../report.ts'
import { signed } from './senders.ts'
import { publish, spawnEngine } from './spawn-engine.ts'

const TIMERS = 10_000
const AT_ONCE = 50
/** All are asked for before the first is due, and all are due within one minute of each other. */
const DELAY_S = 30
const GOAL_MS = 2000
const PATIENCE_MS = 90_000
const BOT = 'bot_timers'

/** 10,000 conversations that each wait half a minute: whether each goes on once, and how late the latest is. */
export async function lateTimers(dataFolder: string): Promise<Readonly<{ rows: Row[]; ratios: Ratio[] }>> {
  const engine = await spawnEngine({ PARLEY_ENGINE_DATA: dataFolder })
  try {
    await publish(engine.url, waitingBot())
    const contacts = Array.from({ length: TIMERS }, (_, index) => `t${index}`)
    const begun = performance.now()
    await inTurns(contacts, contact => greet(engine.url, contact))
    const seconds = (performance.now() - begun) / 1000
    await setTimeout(DELAY_S * 1000)
    const until = Date.now() + PATIENCE_MS
    const late: number[] = []
    const lost: string[] = []
    await inTurns(contacts, async contact => {
      for (;;) {
        const rung = await rungAfter(engine.url, contact)
        if (rung) return void late.push(...rung)
        if (Date.now() > until) return void lost.push(contact)
        await setTimeout(100)
      }
    })
    const latest = late.reduce((most, one) => Math.max(most, one), 0)
    return {
      rows: [
        {
          subject: `${TIMERS.toLocaleString('en')} clocks`,
          metric: 'all set within',
          value: seconds,
          unit: 's',
        },
        { subject: `${TIMERS.toLocaleString('en')} clocks`, metric: 'the latest', value: latest, unit: 'ms' },
      ],
      ratios: [
        ratio('clocks that rang once', (late.length - lost.length) / TIMERS, 'higher', 1),
        ratio('clocks that rang more than once', late.length - TIMERS, 'lower', 0),
        ratio('the latest clock, ms', latest, 'lower', GOAL_MS),
      ],
    }
  } finally {
    await engine.stop()
  }
}

async function inTurns(contacts: readonly string[], work: (contact: string) => Promise<void>): Promise<void> {
  const left = contacts.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const contact of left) await work(contact)
    }),
  )
}

async function greet(url: string, contact: string): Promise<void> {
  const body = JSON.stringify({ id: contact, text: 'hi' })
  const headers = { 'content-type': 'application/json', ...signed(body) }
  const answer = await fetch(`${url}/v1/bots/${BOT}/conversations/${contact}/messages`, {
    method: 'POST',
    headers,
    body,
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** Milliseconds after their time of all that was said after the pause; null for nothing yet. */
async function rungAfter(url: string, contact: string): Promise<readonly number[] | null> {
  const answer = await fetch(`${url}/v1/bots/${BOT}/conversations/${contact}/messages`, {
    headers: signed(''),
  })
  const { messages } = (await answer.json()) as Transcript
  const asked = messages.find(({ from }) => from === 'contact')
  const said = messages.filter(({ text }) => text === 'later')
  return asked && said.length > 0 ? said.map(({ at }) => at - asked.at - DELAY_S * 1000) : null
}

function waitingBot(): BotDocument {
  const flow = 'flow_main'
  const block = (id: string, kind: string, data: object) => ({
    id,
    type: 'block',
    flow,
    kind,
    title: '',
    x: 0,
    y: 0,
    data,
  })
  const edge = (from: string, to: string) => ({
    id: `edge_${from.slice('block_'.length)}`,
    type: 'edge',
    flow,
    from,
    port: 'next',
    to,
  })
  const parsed = parseDocument({
    parley: 1,
    records: [
      {
        id: BOT,
        type: 'bot',
        name: 'Timers',
        description: '',
        locales: ['en'],
        mainFlow: flow,
        mainMenu: null,
        country: null,
      },
      { id: flow, type: 'flow', name: 'Main', description: '' },
      { id: 'kw_hi', type: 'keyword', text: 'hi', match: 'exact', locale: null, entry: 'block_entry' },
      block('block_entry', 'entry', { trigger: 'keyword' }),
      block('block_delay', 'delay', { amount: DELAY_S, unit: 'seconds' }),
      block('block_later', 'message', { text: { en: 'later' } }),
      block('block_end', 'end', { mode: 'close', text: {} }),
      edge('block_entry', 'block_delay'),
      edge('block_delay', 'block_later'),
      edge('block_later', 'block_end'),
    ],
  })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
