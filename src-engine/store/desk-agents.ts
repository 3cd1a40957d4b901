import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** Somebody who answers at the desk. Times are epoch milliseconds UTC. */
export type DeskAgent = Readonly<{
  name: string
  skills: readonly string[]
  /** Of the skills, those they take conversations for now. */
  accepts: readonly string[]
  accepting: boolean
  /** Conversations at once. */
  mostChats: number
  /** When their page was last heard of. */
  seenAt: number | null
  /** When they were last given a conversation. */
  assignedAt: number | null
}>

/** What an agent is made with or changed to; without a password it stays as it is. */
export type AgentWish = Readonly<{
  name: string
  password: string | null
  skills: readonly string[]
  mostChats: number
}>

type Row = Omit<DeskAgent, 'skills' | 'accepts' | 'accepting'> &
  Readonly<{ skills: string; accepts: string; accepting: number }>

const COLUMNS = `name, skills, accepts, accepting, most_chats as "mostChats", seen_at as "seenAt",
  assigned_at as "assignedAt"`

export async function deskAgents(db: ReadDb): Promise<readonly DeskAgent[]> {
  return (await db.all<Row>(`select ${COLUMNS} from desk_agent order by name`)).map(fromRow)
}

export async function findDeskAgent(db: ReadDb, name: string): Promise<DeskAgent | null> {
  const row = await db.get<Row>(`select ${COLUMNS} from desk_agent where name = ?`, name)
  return row ? fromRow(row) : null
}

/** The stored form of a password (desk/password.ts). */
export async function passwordOf(db: ReadDb, name: string): Promise<string | null> {
  const sql = 'select password from desk_agent where name = ?'
  return (await db.get<{ password: string }>(sql, name))?.password ?? null
}

/** Makes an agent or changes one; who has a new password has to sign in with it. */
export async function putDeskAgent(tx: WriteDb, wish: AgentWish, at: number): Promise<void> {
  const { name, password, mostChats } = wish
  const skills = JSON.stringify(wish.skills)
  const changed = await tx.run(
    `update desk_agent set accepts = case when skills = ? then accepts else ? end, skills = ?, most_chats = ?,
       password = coalesce(?, password) where name = ?`,
    skills,
    skills,
    skills,
    mostChats,
    password,
    name,
  )
  if (password === null) return
  if (changed > 0) await tx.run('delete from desk_session where agent = ?', name)
  else {
    const row = { name, password, skills, accepts: skills, accepting: 0, most_chats: mostChats, at }
    await tx.insert('desk_agent', [row])
  }
}

/** False when there was none. */
export async function removeDeskAgent(tx: WriteDb, name: string): Promise<boolean> {
  return (await tx.run('delete from desk_agent where name = ?', name)) > 0
}

export async function setAccepting(
  tx: WriteDb,
  name: string,
  { accepting, accepts }: Pick<DeskAgent, 'accepting' | 'accepts'>,
): Promise<void> {
  const sql = 'update desk_agent set accepting = ?, accepts = ? where name = ?'
  await tx.run(sql, accepting ? 1 : 0, JSON.stringify(accepts), name)
}

/** The pages of these agents are there. */
export async function touchAgents(tx: WriteDb, names: readonly string[], at: number): Promise<void> {
  const sql = 'update desk_agent set seen_at = ? where name in (select value->>0 from json_each(?))'
  await tx.run(sql, at, listOf(names.map(name => [name])))
}

export async function setAssigned(tx: WriteDb, name: string, at: number): Promise<void> {
  await tx.run('update desk_agent set assigned_at = ? where name = ?', at, name)
}

/** An agent who goes is not there any more, and takes nothing. */
export async function forgetAgent(tx: WriteDb, name: string): Promise<void> {
  await tx.run('update desk_agent set seen_at = null, accepting = 0 where name = ?', name)
}

function fromRow({ skills, accepts, accepting, ...row }: Row): DeskAgent {
  return { ...row, skills: JSON.parse(skills), accepts: JSON.parse(accepts), accepting: accepting === 1 }
}
