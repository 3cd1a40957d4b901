import type { Engine } from '../engine.ts'
import { conversationName, type To } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { standingsOf } from '../store/standings.ts'

/**
 * Whether the bot has an entry for this link or advertisement, so that the words which come with it are no answer of
 * the person. While a person speaks with them, everything they write is theirs to read.
 */
export async function takesReferral(
  { programs }: Pick<Engine, 'programs'>,
  db: ReadDb,
  to: To,
  ref: string,
): Promise<boolean> {
  const standing = (await standingsOf(db, [to])).get(conversationName(to))
  if (!standing) return false
  const { session, hash } = standing.conversation
  if (session?.more?.agentAt !== undefined) return false
  const present = session?.state === 'open' && hash !== null ? hash : standing.active
  if (present === null) return false
  const { referrals } = (await programs.get(present, db)).entries
  return referrals.has(ref) || referrals.has('')
}
