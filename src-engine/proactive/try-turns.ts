import { channelOf } from '../channels/channel-contact.ts'
import { outgoingOf } from '../channels/outgoing.ts'
import { type Outgoing, outgoingSchema } from '../channels/outgoing-message.ts'
import { type DoneTurn, runTurn } from '../conversations/run-turn.ts'
import type { Engine } from '../engine.ts'
import { conversationName } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import type { Arrived, Inbound } from '../store/inbound.ts'
import { standingsOf } from '../store/standings.ts'

/** What a turn would do, and the first thing that would be sent of it. */
export type Tried = Readonly<{ turn: DoneTurn; first: Outgoing | null }>

/**
 * The turns that some inputs would make, without making them: who asks is told at once what the bot or the channel
 * would refuse. Turns leave nothing behind by themselves (run-turn.ts), so the very code that answers is asked.
 */
export async function tryTurns(
  engine: Pick<Engine, 'programs' | 'publicUrl' | 'account'>,
  db: ReadDb,
  arrived: readonly Arrived[],
): Promise<readonly Tried[]> {
  const standings = await standingsOf(
    db,
    arrived.map(({ to }) => to),
  )
  const host = { ...engine, random: () => 0.5, newId: () => 'trial' }
  const turns: DoneTurn[] = []
  for (const [index, one] of arrived.entries()) {
    const standing = standings.get(conversationName(one.to))
    if (standing) turns.push(await runTurn(host, db, standing, inboundOf(one, index)))
  }
  const sent = new Map<string, Outgoing>()
  for (const { id, payload } of await outgoingOf(engine, db, turns)) {
    const place = id.slice(0, id.lastIndexOf('/'))
    if (!sent.has(place)) sent.set(place, outgoingSchema.parse(payload))
  }
  return turns.map(turn => {
    const place = `${channelOf(turn.conversation.contact)}/${turn.inbound.seq}`
    return { turn, first: sent.get(place) ?? null }
  })
}

function inboundOf({ to, input, at, locale, channel, profile }: Arrived, seq: number): Inbound {
  return {
    ...to,
    seq,
    id: input.id,
    kind: input.type,
    text: '',
    option: null,
    input: JSON.stringify(input),
    locale: locale ?? null,
    channel: channel ?? null,
    profile: profile ? JSON.stringify(profile) : null,
    at,
  }
}
