import {
  PROACTIVE_STATES,
  type ProactiveState,
  type ProactiveStatus,
} from '../../src-shared/publish/proactive-protocol.ts'
import { type InputOf, inputSchema } from '../../src-shared/runtime/input.ts'
import { outgoingSchema } from '../channels/outgoing-message.ts'
import type { ReadDb } from '../store/db.ts'
import { type Delivery, deliveriesOfTurn } from '../store/deliveries.ts'
import { type ProactiveRow, reportsAfter } from '../store/proactive.ts'
import { type StoredAnswer, storedAnswer } from '../store/turns.ts'
import { refusalOfStart } from './refusal-of.ts'

type State = Readonly<{ status: ProactiveState; reason: string | null }>

type Failed = Readonly<{ status: 'failed'; reason: string }>
const ACCEPTED: State = { status: 'accepted', reason: null }
const failed = (reason: string): Failed => ({ status: 'failed', reason })

/** What became of a message that the company began: of what was said first, and of all that was said then. */
export async function statusOf(db: ReadDb, row: ProactiveRow): Promise<ProactiveStatus> {
  const { id, recipient, channel, at } = row
  const about = { id, to: recipient, channel, at }
  const before = await stateOfTurn(db, row.seq)
  if (before) return { ...about, ...before, messages: [] }
  const prefix = `${channel}/${row.seq}/`
  const deliveries = await deliveriesOfTurn(db, { bot: row.bot, contact: row.contact, prefix })
  const reports = (await reportsAfter(db, row)).flatMap(reportIn)
  const parts = new Map<number, Delivery[]>()
  for (const delivery of deliveries) {
    const { message = 0 } = outgoingSchema.parse(delivery.payload)
    parts.set(message, [...(parts.get(message) ?? []), delivery])
  }
  const messages = [...parts].map(([number, own]) => ({
    number,
    ...stateOf(
      own,
      reports.filter(({ message }) => message === number),
    ),
  }))
  const { status, reason } = messages[0] ?? ACCEPTED
  return { ...about, status, reason, messages }
}

/** What holds before anything is sent; null when the bot has said what it had to say. */
async function stateOfTurn(db: ReadDb, seq: number): Promise<State | null> {
  const answer = await storedAnswer(db, seq)
  return answer ? failureOf(answer) : ACCEPTED
}

/** Why nothing was said; null when the bot said what it had to say. */
export function failureOf(answer: StoredAnswer): Failed | null {
  if (answer.outcome === 'no_active_bot') return failed('No version of the bot was at work.')
  if (answer.outcome === 'restricted') return failed('What is kept of them is restricted.')
  if (answer.outcome === 'failed') return failed('The bot could not answer it.')
  const refused = answer.events.find(({ type }) => type === 'startRefused')
  return refused ? failed(refusalOfStart(String(refused.reason)).message) : null
}

function reportIn(json: string): readonly InputOf<'delivery'>[] {
  const read = inputSchema.safeParse(JSON.parse(json))
  return read.success && read.data.type === 'delivery' ? [read.data] : []
}

/** A message arrived as far as anything tells; what failed stays so. */
function stateOf(parts: readonly Delivery[], reports: readonly InputOf<'delivery'>[]): State {
  const dead = parts.find(({ state }) => state === 'dead')
  if (dead) return failed(dead.error ?? 'The channel did not take it.')
  const refused = reports.find(({ status }) => status === 'failed')
  if (refused) return failed(refused.description ?? 'The channel could not deliver it.')
  const waiting = parts.find(({ state }) => state !== 'done')
  if (waiting) return { status: 'accepted', reason: waiting.error }
  const furthest = Math.max(1, ...reports.map(({ status }) => PROACTIVE_STATES.indexOf(status)))
  return { status: PROACTIVE_STATES[furthest] ?? 'sent', reason: null }
}
