import {
  RETENTION_CLASSES,
  type Retention,
  type RetentionDays,
} from '../../src-shared/publish/retention-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** The name to lock for the settings, and for whose turn it is to remove what is old. */
export const RETENTION = 'retention'
const RAN_AT = 'ranAt'

export async function readRetention(db: ReadDb): Promise<Retention> {
  const rows = await db.all<{ name: string; value: number }>('select name, value from retention')
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  const of = (name: string) => values.get(name) ?? null
  const [conversations, channelEvents, deskChats, files] = RETENTION_CLASSES.map(of)
  return {
    days: {
      conversations: conversations ?? null,
      channelEvents: channelEvents ?? null,
      deskChats: deskChats ?? null,
      files: files ?? null,
    },
    ranAt: of(RAN_AT),
  }
}

export async function saveRetentionDays(tx: WriteDb, days: RetentionDays): Promise<void> {
  await tx.run('delete from retention where name <> ?', RAN_AT)
  const rows = RETENTION_CLASSES.flatMap(name => {
    const value = days[name]
    return value === null ? [] : [{ name, value }]
  })
  if (rows.length > 0) await tx.insert('retention', rows)
}

export async function noteRetentionRan(tx: WriteDb, at: number): Promise<void> {
  const conflict = 'on conflict (name) do update set value = excluded.value'
  await tx.insert('retention', [{ name: RAN_AT, value: at }], { conflict })
}
