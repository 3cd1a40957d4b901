import type { To } from './conversations.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { ERASED_QUEUE } from './deliveries.ts'
import { blotTurns, type Erasing, forgetWho } from './erase-person.ts'
import type { Window } from './old-rows.ts'

/** Who said something before a time, among some inputs. */
export function spokeBefore(db: ReadDb, { after, to }: Window, before: number): Promise<readonly To[]> {
  return db.all<To>(
    `select distinct bot, contact from inbound
     where seq > ? and seq <= ? and at < ? and contact not like 'erased:%'`,
    after,
    to,
    before,
  )
}

/** Whether anything of a conversation is still going on or to be done. */
export async function isUnderWay(db: ReadDb, { bot, contact }: To): Promise<boolean> {
  const of = [
    "conversation t where (t.state = 'open' or t.due_at is not null)",
    'pending t where true',
    'effect t where true',
    'channel_waiting t where true',
    "delivery t where t.state in ('waiting', 'held')",
    "desk_chat t where t.state <> 'closed'",
    'routed_conversation t where t.closed_at is null',
  ].map(what => `exists (select 1 from ${what} and t.bot = w.bot and t.contact = w.contact)`)
  const sql = `select 1 as found from (select cast(? as text) as bot, cast(? as text) as contact) w where ${of.join(' or ')}`
  return (await db.get(sql, bot, db.vault.name(contact))) !== undefined
}

type Aging = Erasing & Readonly<{ before: number }>

/**
 * Blots out what was said in a conversation before a time, as erasing a person does; and what is known of who said it,
 * once nothing newer is left. Answers how many rows of what was said.
 */
export async function ageConversation(tx: WriteDb, aging: Aging): Promise<number> {
  const { bot, contact, alias, before } = aging
  const person = tx.vault.name(contact)
  const of = [alias, bot, person, before] as const
  await blotTurns(tx, aging, before)
  const said = await tx.run(
    `update message set contact = ?, id = 'erased.' || number, text = '•••', options = null, content = null
     where bot = ? and contact = ? and at < ?`,
    ...of,
  )
  await tx.run(
    `update inbound set contact = ?, id = 'erased.' || seq, text = '•••', option = null, input = null, profile = null
     where bot = ? and contact = ? and at < ?`,
    ...of,
  )
  await tx.run(
    "update proactive_message set contact = ?, recipient = '•••' where bot = ? and contact = ? and at < ?",
    ...of,
  )
  await tx.run(
    `update delivery set contact = ?, id = 'erased.' || seq, queue = ?, payload = '{}', error = null, answer = null
     where bot = ? and contact = ? and at < ?`,
    ...[alias, ERASED_QUEUE, bot, person, before],
  )
  const left = await tx.get(
    'select 1 as found from inbound where bot = ? and contact = ? limit 1',
    bot,
    person,
  )
  if (left === undefined) await forgetWho(tx, aging)
  return said
}
