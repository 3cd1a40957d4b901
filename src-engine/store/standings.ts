import type { Standing } from '../conversations/run-turn.ts'
import { conversationName, conversationsOf, newConversation, type To } from './conversations.ts'
import { listOf, type ReadDb } from './db.ts'

type BotNow = Readonly<{ bot: string; restedAt: number | null; active: string | null }>

/** How conversations stand, by their names, those that begin now too. */
export async function standingsOf(db: ReadDb, to: readonly To[]): Promise<Map<string, Standing>> {
  const ids = [...new Set(to.map(({ bot }) => bot))]
  const [begun, bots] = await Promise.all([conversationsOf(db, to), botsNow(db, ids)])
  const known = new Map(begun.map(conversation => [conversationName(conversation), conversation]))
  return new Map(
    to.map(one => {
      const conversation = known.get(conversationName(one)) ?? newConversation(one)
      const { active = null, restedAt = null } = bots.get(one.bot) ?? {}
      return [conversationName(one), { conversation, active, restedAt }]
    }),
  )
}

async function botsNow(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, BotNow>> {
  const rows = await db.all<BotNow>(
    `select b.id as bot, b.rested_at as "restedAt", v.hash as active
     from bot b left join version v on v.bot = b.id and v.state = 'active'
     where b.id in (select value->>0 from json_each(?))`,
    listOf(ids.map(id => [id])),
  )
  return new Map(rows.map(row => [row.bot, row]))
}
