import type { Engine } from '../engine.ts'
import { findConversation, type To } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { activeHash } from '../store/versions.ts'

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
  const { session, hash } = await findConversation(db, to.bot, to.contact)
  if (session?.more?.agentAt !== undefined) return false
  const present = session?.state === 'open' && hash !== null ? hash : await activeHash(db, to.bot)
  if (present === null) return false
  const { referrals } = (await programs.get(present, db)).entries
  return referrals.has(ref) || referrals.has('')
}
