import { ROUTINGS, type Routing } from '../../src-shared/publish/desk-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A text that is said often, by the name it is called with. */
export type DeskReply = Readonly<{ name: string; text: string }>

export function deskReplies(db: ReadDb): Promise<readonly DeskReply[]> {
  return db.all<DeskReply>('select name, text from desk_reply order by name')
}

export async function putReply(tx: WriteDb, { name, text }: DeskReply, at: number): Promise<void> {
  const conflict = 'on conflict (name) do update set text = excluded.text, at = excluded.at'
  await tx.insert('desk_reply', [{ name, text, at }], { conflict })
}

/** False when there was none. */
export async function removeReply(tx: WriteDb, name: string): Promise<boolean> {
  return (await tx.run('delete from desk_reply where name = ?', name)) > 0
}

export async function routingOf(db: ReadDb): Promise<Routing> {
  const row = await db.get<{ value: string }>("select value from desk_setting where name = 'routing'")
  return ROUTINGS.find(routing => routing === row?.value) ?? 'manual'
}

export async function setRouting(tx: WriteDb, routing: Routing): Promise<void> {
  const conflict = 'on conflict (name) do update set value = excluded.value'
  await tx.insert('desk_setting', [{ name: 'routing', value: routing }], { conflict })
}
