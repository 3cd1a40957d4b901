import { randomBytes } from 'node:crypto'
import { type Fault, fault } from '../../src-shared/kit/result.ts'
import type { ProactiveMessage } from '../../src-shared/publish/proactive-protocol.ts'
import type { Engine } from '../engine.ts'
import { lastHeardOf } from '../store/channel-events.ts'
import { type ConsentEntry, consentsOf } from '../store/consents.ts'
import type { ReadDb } from '../store/db.ts'
import type { Arrived } from '../store/inbound.ts'
import { restrictedOf } from '../store/restrictions.ts'
import { consentOf } from './consent-of.ts'
import type { Opening } from './keep-documents.ts'
import { type Recipient, recipientsOf } from './recipients.ts'
import { type Known, refusalOfConsent, refusalOfTurn, WINDOW_MS } from './refusal-of.ts'
import { tryTurns } from './try-turns.ts'

/** A message that can be told to somebody. */
export type Ready = Readonly<{
  index: number
  message: ProactiveMessage
  recipient: Recipient
  arrived: Arrived
  id: string
}>

/** Messages to people of a bot, each with what the company says itself. */
export type Wishes = Readonly<{
  bot: string
  messages: readonly ProactiveMessage[]
  openings: readonly (Opening | Fault | null)[]
}>

/** Those who may be written to; why the others may not goes into `refused`. */
export async function readyOf(
  engine: Engine,
  tx: ReadDb,
  { bot, messages, openings }: Wishes,
  refused: Map<number, Fault>,
): Promise<readonly Ready[]> {
  const at = engine.now()
  const recipients = await recipientsOf(tx, bot, messages)
  const asked: Ready[] = []
  messages.forEach((message, index) => {
    const recipient = recipients[index]
    const opening = openings[index] ?? null
    if (recipient && 'ok' in recipient) refused.set(index, recipient)
    else if (opening && 'ok' in opening) refused.set(index, opening)
    else if (recipient?.channel.state !== 'active')
      refused.set(index, fault('channel/unverified', recipient?.channel.reason || 'Verify it first.'))
    else asked.push(readyFor(message, { index, recipient, opening, at }))
  })
  const knownOf = await knowing(tx, asked, at)
  const restricted = await restrictedOf(
    tx,
    asked.map(({ recipient }) => recipient.to.contact),
  )
  const allowed = asked.filter(one => {
    const why = restricted.has(one.recipient.to.contact)
      ? fault('contact/restricted', 'Lift it first.')
      : refusalOfConsent(one.message, knownOf(one))
    if (why) refused.set(one.index, why)
    return !why
  })
  const tried = await tryTurns(
    engine,
    tx,
    allowed.map(({ arrived }) => arrived),
  )
  return allowed.filter((one, position) => {
    const trial = tried[position]
    const why = trial ? refusalOfTurn(trial, knownOf(one)) : null
    if (why) refused.set(one.index, why)
    return !why
  })
}

function readyFor(
  message: ProactiveMessage,
  {
    index,
    recipient,
    opening,
    at,
  }: Readonly<{ index: number; recipient: Recipient; opening: Opening | null; at: number }>,
): Ready {
  const id = `pm-${randomBytes(12).toString('hex')}`
  const { variables, locale } = message
  const { kind } = recipient.channel
  const input = {
    id,
    type: 'proactive',
    ...(variables ? { values: variables } : {}),
    ...(opening ? { opening } : {}),
  } as const
  const arrived: Arrived = {
    to: recipient.to,
    input,
    at,
    profile: recipient.profile,
    ...(kind === 'webhook' ? {} : { channel: kind }),
    ...(locale === undefined ? {} : { locale }),
  }
  return { index, message, recipient, arrived, id }
}

/** What is known of all of them, looked up at once. */
async function knowing(tx: ReadDb, asked: readonly Ready[], at: number): Promise<(one: Ready) => Known> {
  const heard = await lastHeardOf(
    tx,
    asked.map(({ recipient: { channel, to } }) => ({ channel: channel.id, contact: to.contact })),
  )
  const consents = new Map<string, ConsentEntry[]>()
  for (const entry of await consentsOf(
    tx,
    asked.map(({ recipient }) => recipient.consenting),
  )) {
    const name = `${entry.channel}/${entry.contact}`
    consents.set(name, [...(consents.get(name) ?? []), entry])
  }
  return ({ message: { category }, recipient: { channel, to, consenting } }) => ({
    consent: consentOf(consents.get(`${consenting.channel}/${consenting.contact}`) ?? [], category),
    isWindowOpen: at - (heard.get(`${channel.id}/${to.contact}`) ?? 0) < WINDOW_MS,
    isWithoutWindow: channel.kind === 'webhook',
  })
}
