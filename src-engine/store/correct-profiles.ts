import type { To } from './conversations.ts'
import type { WriteDb } from './db.ts'
import type { Profile } from './inbound.ts'

/** Corrects what a channel told of a person, where it told it; answers of how many received messages. */
export async function correctProfiles(
  tx: WriteDb,
  { bot, contact }: To,
  { name, number }: Profile,
): Promise<number> {
  const person = tx.vault.name(contact)
  let count = 0
  for (const table of ['inbound', 'channel_waiting']) {
    const known = await tx.all<{ profile: string }>(
      `select distinct profile from ${table} where bot = ? and contact = ? and profile is not null`,
      bot,
      person,
    )
    for (const { profile } of known) {
      const told: Profile = JSON.parse(profile)
      const right = JSON.stringify({
        ...told,
        ...(told.name !== undefined && name !== undefined ? { name } : {}),
        ...(told.number !== undefined && number !== undefined ? { number } : {}),
      })
      if (right === profile) continue
      count += await tx.run(
        `update ${table} set profile = ? where bot = ? and contact = ? and profile = ?`,
        tx.vault.name(right),
        bot,
        person,
        tx.vault.name(profile),
      )
    }
  }
  return count
}
