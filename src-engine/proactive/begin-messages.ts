import { createHash } from 'node:crypto'
import type { BotId } from '../../src-shared/document/ids.ts'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type {
  ProactiveMessage,
  ProactiveResult,
  ProactiveResults,
} from '../../src-shared/publish/proactive-protocol.ts'
import type { Engine } from '../engine.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { keepAddresses } from '../store/channel-addresses.ts'
import type { WriteDb } from '../store/db.ts'
import { type Received, receive } from '../store/inbound.ts'
import { findRequest, keepProactive, keepRequest } from '../store/proactive.ts'
import { type Opening, openingOf } from './keep-documents.ts'
import { type Ready, readyOf } from './ready-messages.ts'

/** How long the same key is answered the same. */
const DEDUPED_FOR_MS = 24 * 3_600_000

/** What was asked for, by whom; `whole` is all of it, which the same key must come with again. */
export type Asked = Readonly<{
  bot: BotId
  key: string
  messages: readonly ProactiveMessage[]
  dedupeKey: string | undefined
  whole: unknown
}>

/**
 * Begins conversations with some people, all of them in one transaction: each is accepted, and then said whatever
 * happens, or refused with the reason. The same `dedupeKey` again within a day is answered the same.
 */
export async function beginMessages(engine: Engine, asked: Asked): Promise<Result<ProactiveResults>> {
  const digest = createHash('sha256').update(canonicalJson(asked.whole)).digest('hex')
  const openings: (Opening | Fault | null)[] = []
  for (const message of asked.messages) openings.push(await openingOf(engine, message))
  const begun = await engine.db.atomically(tx => beginIn(engine, tx, { ...asked, digest, openings }))
  if (!begun.ok) return begun
  for (const one of begun.value.received) void engine.turns.answerOf(one).catch(engine.onBug)
  return ok({ results: [...begun.value.results] })
}

type Asking = Asked & Readonly<{ digest: string; openings: readonly (Opening | Fault | null)[] }>
type Begun = Readonly<{ results: readonly ProactiveResult[]; received: readonly Received[] }>

async function beginIn(engine: Engine, tx: WriteDb, asking: Asking): Promise<Result<Begun>> {
  const { bot, key, messages, dedupeKey, digest } = asking
  const at = engine.now()
  const since = at - DEDUPED_FOR_MS
  await tx.lock([AUDIT, `proactive/${bot}/${dedupeKey ?? ''}`])
  const before = dedupeKey === undefined ? null : await findRequest(tx, { bot, dedupeKey, since })
  if (before && before.digest !== digest)
    return fault('proactive/key-reused', 'Use another dedupeKey for another request.')
  if (before) return ok({ results: JSON.parse(before.answer), received: [] })
  const refused = new Map<number, Fault>()
  const ready = await readyOf(engine, tx, asking, refused)
  const received = await keep(tx, ready, { key, at })
  const ids = new Map(ready.map(({ index, id }) => [index, id]))
  const results = messages.map(({ to }, index): ProactiveResult => {
    const why = refused.get(index)
    if (why) return { to, status: 'refused', code: why.code, message: why.message }
    return { to, id: ids.get(index) ?? '', status: 'accepted' }
  })
  if (ready.length === 0) return ok({ results, received })
  const answer = JSON.stringify(results)
  if (dedupeKey !== undefined) await keepRequest(tx, { bot, dedupeKey, digest, answer, at, since })
  const detail = { accepted: ready.length, refused: refused.size, first: ready[0]?.id ?? '' }
  await appendAudit(tx, { at, key, action: 'proactive.send', bot, version: '', detail })
  return ok({ results, received })
}

async function keep(
  tx: WriteDb,
  ready: readonly Ready[],
  { key, at }: Readonly<{ key: string; at: number }>,
): Promise<readonly Received[]> {
  await keepAddresses(
    tx,
    ready.map(({ recipient }) => recipient.address),
    at,
  )
  const received = await receive(
    tx,
    ready.map(({ arrived }) => arrived),
  )
  const seqs = new Map(received.map((one, position) => [ready[position]?.id, one.seq]))
  await keepProactive(
    tx,
    ready.map(({ id, message, recipient }) => ({
      id,
      ...recipient.to,
      channel: recipient.channel.id,
      recipient: message.to,
      seq: seqs.get(id) ?? 0,
      key,
      at,
    })),
  )
  return received
}
