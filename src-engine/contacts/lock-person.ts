import { AUDIT } from '../store/audit.ts'
import { conversationName } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { HOLDS } from '../store/legal-holds.ts'
import { everyName } from './every-name.ts'

type Bots = readonly Readonly<{ id: string }>[]

/** Holds all that a change of somebody's data looks at: the audit log, who is held, and their conversations with all bots. */
export async function lockPerson(tx: WriteDb, bots: Bots, contact: string): Promise<void> {
  const names = everyName(contact)
  const conversations = bots.flatMap(({ id: bot }) =>
    names.map(name => conversationName({ bot, contact: name })),
  )
  await tx.lock([AUDIT, HOLDS, ...conversations])
}
