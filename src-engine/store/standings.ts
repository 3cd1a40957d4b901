import { environmentOf, isStagedFor } from '../../src-shared/lifecycle/environments.ts'
import type { Standing } from '../conversations/run-turn.ts'
import { conversationName, conversationsOf, newConversation, type To } from './conversations.ts'
import { listOf, type ReadDb } from './db.ts'
import { environmentContents } from './environments.ts'

type BotNow = Readonly<{
  bot: string
  restedAt: number | null
  active: string | null
  stage: number | null
  staged: string | null
  percent: number | null
}>

/** What answers now, bot by bot and environment by environment. */
type Now = Readonly<{ bots: ReadonlyMap<string, BotNow>; environments: ReadonlyMap<string, string> }>

/** How conversations stand, by their names, those that begin now too. */
export async function standingsOf(db: ReadDb, to: readonly To[]): Promise<Map<string, Standing>> {
  const ids = [...new Set(to.map(({ bot }) => bot))]
  const isTried = to.some(({ contact }) => environmentOf(contact) !== 'live')
  const [begun, bots, environments] = await Promise.all([
    conversationsOf(db, to),
    botsNow(db, ids),
    isTried ? environmentContents(db, ids) : new Map<string, string>(),
  ])
  const known = new Map(begun.map(conversation => [conversationName(conversation), conversation]))
  return new Map(
    to.map(one => {
      const conversation = known.get(conversationName(one)) ?? newConversation(one)
      return [conversationName(one), { conversation, ...answeringTo(one, { bots, environments }) }]
    }),
  )
}

/** The content that answers new conversations of a contact, and the stage it belongs to. */
function answeringTo({ bot, contact }: To, { bots, environments }: Now): Omit<Standing, 'conversation'> {
  const environment = environmentOf(contact)
  if (environment !== 'live')
    return { active: environments.get(`${bot}/${environment}`) ?? null, restedAt: null, stage: null }
  const { active = null, restedAt = null, stage = null, staged = null, percent = 0 } = bots.get(bot) ?? {}
  if (stage === null || staged === null) return { active, restedAt, stage: null }
  const isStaged = isStagedFor(contact, staged, percent ?? 0)
  return { active: isStaged ? staged : active, restedAt, stage: { id: stage, hash: staged } }
}

async function botsNow(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, BotNow>> {
  const rows = await db.all<BotNow>(
    `select b.id as bot, b.rested_at as "restedAt", v.hash as active, s.id as stage, s.hash as staged, s.percent
     from bot b left join version v on v.bot = b.id and v.state = 'active'
       left join stage s on s.bot = b.id and s.ended_at is null
     where b.id in (select value->>0 from json_each(?))`,
    listOf(ids.map(id => [id])),
  )
  return new Map(rows.map(row => [row.bot, row]))
}
