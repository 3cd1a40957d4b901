import type { Engine } from '../engine.ts'
import { keepWaiting, type NewWaiting, waitingContacts } from '../store/channel-waiting.ts'
import type { Channel } from '../store/channels.ts'
import type { WriteDb } from '../store/db.ts'
import type { Arrived } from '../store/inbound.ts'
import { channelTarget, fetchQueue } from './channel-queues.ts'
import { hashOf } from './heard.ts'
import type { Placed } from './place-heard.ts'

/**
 * Puts aside what has files to fetch, and what comes behind something that was; answers which of all those are.
 */
export async function holdBack(
  { deliveries }: Pick<Engine, 'deliveries'>,
  tx: WriteDb,
  placed: readonly Placed[],
  arrived: readonly (readonly Arrived[])[],
): Promise<ReadonlySet<number>> {
  const people = arrived.flatMap(own => own.map(({ to }) => to))
  if (people.length === 0) return new Set()
  const waiting = new Set(await waitingContacts(tx, people))
  const held = new Set<number>()
  const rows: NewWaiting[] = []
  const fetches: Placed[] = []
  placed.forEach((one, index) => {
    const files = one.heard.sort === 'message' && one.heard.files.length > 0 ? one.heard.files : null
    const own = arrived[index] ?? []
    const [first] = own
    if (!first) return
    const name = `${first.to.bot}/${first.to.contact}`
    if (!files && !waiting.has(name)) return
    waiting.add(name)
    held.add(index)
    if (files) fetches.push(one)
    rows.push(
      ...own.map((input, at) => waitingOf(one.channel, input, files && at === own.length - 1 ? files : null)),
    )
  })
  await keepWaiting(tx, rows)
  await deliveries.ask(
    tx,
    fetches.map(({ channel, heard, to }) => ({
      // Providers' ids can have a phone number in them, and a delivery's is plain.
      id: `${channel.id}/fetch/${hashOf(heard.id)}`,
      kind: 'channelFile',
      queue: fetchQueue(to?.contact ?? ''),
      target: `${channelTarget(channel.id)}/files`,
      bot: channel.bot,
      contact: to?.contact ?? '',
      payload: { id: heard.id },
    })),
  )
  return held
}

function waitingOf(
  channel: Channel,
  { to, input, profile, locale, at }: Arrived,
  files: unknown,
): NewWaiting {
  return {
    ...to,
    channel: channel.id,
    id: input.id,
    input: JSON.stringify(input).replace(/\p{Surrogate}/gu, '\uFFFD'),
    profile: profile ? JSON.stringify(profile).replace(/\p{Surrogate}/gu, '\uFFFD') : null,
    locale: locale ?? null,
    files: files === null ? null : JSON.stringify(files),
    at,
  }
}
