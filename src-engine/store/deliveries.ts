import { listOf, type ReadDb, type WriteDb } from './db.ts'

/**
 * Something to be handed to another system. The same id twice is kept once; what shares a queue is delivered in its
 * order, one at a time; `target` is the channel or integration it goes to; `bot` and `contact` are empty for none.
 */
export type NewDelivery = Readonly<{
  id: string
  kind: string
  queue: string
  target: string
  bot: string
  contact: string
  payload: Readonly<Record<string, unknown>>
  /** Milliseconds before which it is not due; at once without. */
  afterMs?: number
}>

/** `held` waits for its target to work again; `dead` was given up and may be sent again by hand. */
export type DeliveryState = 'waiting' | 'held' | 'done' | 'dead'

export type Delivery = NewDelivery &
  Readonly<{
    seq: number
    state: DeliveryState
    /** Attempts that were made. */
    attempts: number
    dueAt: number
    error: string | null
    /** What the other side called it. */
    answer: string | null
    at: number
    doneAt: number | null
    /** Nothing may be done with what is kept of the contact (requirements.md NHN-144). */
    isRestricted: boolean
  }>

/** What became of one attempt. */
export type Settled = Readonly<{
  seq: number
  state: DeliveryState
  attempts: number
  dueAt: number
  error: string | null
  answer: string | null
  doneAt: number | null
}>

/** The queue of what was erased, which nobody looks at. */
export const ERASED_QUEUE = 'erased'

type Row = Omit<Delivery, 'payload' | 'isRestricted'> & Readonly<{ payload: string; restricted: number }>

const COLUMNS = `seq, id, kind, queue, target, bot, contact, payload, state, attempts, due_at as "dueAt", error, answer,
  at, done_at as "doneAt", (select count(*) from restriction r where r.contact = delivery.contact) as restricted`

/** Keeps what is to be delivered; answers the queues that have something new. */
export async function keepDeliveries(
  tx: WriteDb,
  deliveries: readonly NewDelivery[],
  at: number,
): Promise<ReadonlySet<string>> {
  const rows = deliveries.map(({ payload, afterMs = 0, ...row }) => {
    return {
      ...row,
      payload: JSON.stringify(payload),
      state: 'waiting',
      attempts: 0,
      due_at: at + afterMs,
      at,
    }
  })
  const how = { conflict: 'on conflict (id) do nothing', returning: 'queue' }
  const kept = await tx.insert<{ queue: string }>('delivery', rows, how)
  return new Set(kept.map(({ queue }) => queue))
}

/** What is to be delivered next in some queues, due or not: of each at most `limit`, in its order. */
export async function nextOf(
  db: ReadDb,
  queues: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly Delivery[]>> {
  const sql = `select ${COLUMNS} from delivery
    where queue in (select value->>0 from json_each(?)) and state = 'waiting' order by queue, seq limit ?`
  const most = limit * queues.length
  const rows = await db.all<Row>(sql, listOf(queues.map(queue => [db.vault.name(queue)])), most)
  // A queue longer than that may have left no room for others.
  if (rows.length === most && queues.length > 1) {
    const each = await Promise.all(queues.map(queue => nextOf(db, [queue], limit)))
    return new Map(each.flatMap(one => [...one]))
  }
  const found = new Map<string, Delivery[]>()
  for (const delivery of rows.map(fromRow))
    found.set(delivery.queue, [...(found.get(delivery.queue) ?? []), delivery])
  return found
}

export async function findDelivery(db: ReadDb, seq: number): Promise<Delivery | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from delivery where seq = ?`, seq)
  return row ? fromRow(row) : null
}

export async function deliveryNamed(db: ReadDb, id: string): Promise<Delivery | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from delivery where id = ?`, id)
  return row ? fromRow(row) : null
}

/** What was to be handed over of one turn of a contact, whose ids begin alike; in their order. */
export async function deliveriesOfTurn(
  db: ReadDb,
  { bot, contact, prefix }: Readonly<{ bot: string; contact: string; prefix: string }>,
): Promise<readonly Delivery[]> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from delivery where bot = ? and contact = ? and id like ? order by seq`,
    bot,
    db.vault.name(contact),
    `${prefix}%`,
  )
  return rows.map(fromRow)
}

/** The last that a contact had got by a time. */
export async function lastDoneBefore(
  db: ReadDb,
  { target, bot, contact, at }: Readonly<{ target: string; bot: string; contact: string; at: number }>,
): Promise<Delivery | null> {
  const row = await db.get<Row>(
    `select ${COLUMNS} from delivery where bot = ? and contact = ? and target = ? and state = 'done' and done_at <= ?
     order by seq desc limit 1`,
    bot,
    db.vault.name(contact),
    target,
    at,
  )
  return row ? fromRow(row) : null
}

/** The one that the other side knows by this name. */
export async function deliveryCalled(db: ReadDb, target: string, answer: string): Promise<Delivery | null> {
  const row = await db.get<Row>(
    `select ${COLUMNS} from delivery where target = ? and answer = ?`,
    target,
    nameOf(db, answer),
  )
  return row ? fromRow(row) : null
}

type Log = Readonly<{
  target: string
  before: number
  limit: number
  /** Those of one state only. */
  state?: DeliveryState | undefined
}>

/** The event log of a target, the newest first, before the one numbered `before`. */
export async function deliveriesTo(
  db: ReadDb,
  { target, before, limit, state }: Log,
): Promise<readonly Delivery[]> {
  const only = state === undefined ? '' : 'and state = ?'
  const sql = `select ${COLUMNS} from delivery where target = ? and seq < ? ${only} order by seq desc limit ?`
  const rows = await db.all<Row>(sql, target, before, ...(state === undefined ? [] : [state]), limit)
  return rows.map(fromRow)
}

export async function lastSentAt(db: ReadDb, target: string): Promise<number | null> {
  const sql = "select max(done_at) as at from delivery where target = ? and state = 'done'"
  return (await db.get<{ at: number | null }>(sql, target))?.at ?? null
}

/** The numbers of those to a target that were given up, or of those that are named and are not waiting. */
export async function deadOf(
  db: ReadDb,
  target: string,
  named: readonly number[] | undefined,
): Promise<readonly number[]> {
  const which =
    named === undefined
      ? "state = 'dead'"
      : "state in ('dead', 'done') and seq in (select cast(value->>0 as bigint) from json_each(?))"
  const params = named === undefined ? [] : [listOf(named.map(seq => [seq]))]
  const sql = `select seq from delivery where target = ? and ${which} and queue <> ? order by seq`
  const rows = await db.all<{ seq: number }>(sql, target, ...params, ERASED_QUEUE)
  return rows.map(({ seq }) => seq)
}

/** How many there are of each state. */
export async function countDeliveries(db: ReadDb, target: string): Promise<Readonly<Record<string, number>>> {
  const sql = 'select state, count(*) as count from delivery where target = ? group by state'
  const rows = await db.all<{ state: string; count: number }>(sql, target)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Writes down what became of some, but not of what was erased meanwhile. */
export async function settleDeliveries(tx: WriteDb, settled: readonly Settled[]): Promise<void> {
  const rows = settled.map(({ seq, state, attempts, dueAt, error, answer, doneAt }) => {
    const sealed = error && tx.vault.seal('delivery.error', error)
    return [seq, state, attempts, dueAt, sealed, answer && nameOf(tx, answer), doneAt]
  })
  const number = (at: number) => `cast(one.value->>${at} as bigint)`
  await tx.run(
    `update delivery set state = one.value->>1, attempts = ${number(2)}, due_at = ${number(3)},
       error = one.value->>4, answer = one.value->>5, done_at = ${number(6)}
     from json_each(?) one where delivery.seq = ${number(0)} and delivery.queue <> ?`,
    listOf(rows),
    ERASED_QUEUE,
  )
}

/** What the other side called something, as the data have it. */
function nameOf({ vault }: ReadDb, answer: string): string {
  return vault.id(answer.replace(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD'))
}

/** What waits behind the head of a queue waits as long as the head does. */
export async function postponeQueue(tx: WriteDb, queue: string, dueAt: number): Promise<void> {
  const sql = "update delivery set due_at = ? where queue = ? and state = 'waiting' and due_at < ?"
  await tx.run(sql, dueAt, tx.vault.name(queue), dueAt)
}

/** Nothing more goes to a target for now. */
export async function holdTarget(tx: WriteDb, target: string, error: string): Promise<void> {
  const sql = "update delivery set state = 'held', error = ? where target = ? and state = 'waiting'"
  await tx.run(sql, tx.vault.seal('delivery.error', error), target)
}

/** Makes those wait again that are held; answers their queues. */
export async function releaseHeld(tx: WriteDb, target: string, at: number): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ queue: string }>(
    `update delivery set state = 'waiting', attempts = 0, due_at = ?, error = null
     where target = ? and state = 'held' returning queue`,
    at,
    target,
  )
  return new Set(rows.map(({ queue }) => queue))
}

/** Gives up what was asked for before a time and is held. */
export async function dropHeld(
  tx: WriteDb,
  target: string,
  { before, at }: Readonly<{ before: number; at: number }>,
): Promise<void> {
  const sql = "update delivery set state = 'dead', done_at = ? where target = ? and state = 'held' and at < ?"
  await tx.run(sql, at, target, before)
}

/** Makes some wait again that were given up, were held or are done; answers their queues. */
export async function sendAgain(
  tx: WriteDb,
  seqs: readonly number[],
  at: number,
): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ queue: string }>(
    `update delivery set state = 'waiting', attempts = 0, due_at = ?, error = null, done_at = null
     where seq in (select cast(value->>0 as bigint) from json_each(?)) and state <> 'waiting' and queue <> ? returning queue`,
    at,
    listOf(seqs.map(seq => [seq])),
    ERASED_QUEUE,
  )
  return new Set(rows.map(({ queue }) => queue))
}

/** Queues with something that is due by `at`. */
export async function dueQueues(db: ReadDb, at: number, limit: number): Promise<readonly string[]> {
  const rows = await db.all<{ queue: string }>(
    `select queue from delivery where state = 'waiting' and due_at <= ? group by queue
     order by min(due_at) limit ?`,
    at,
    limit,
  )
  return rows.map(({ queue }) => queue)
}

export async function nextDeliveryAt(db: ReadDb): Promise<number | null> {
  const sql = "select min(due_at) as at from delivery where state = 'waiting'"
  return (await db.get<{ at: number | null }>(sql))?.at ?? null
}

function fromRow({ payload, restricted, ...row }: Row): Delivery {
  return { ...row, payload: JSON.parse(payload), isRestricted: restricted > 0 }
}
