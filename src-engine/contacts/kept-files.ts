import { channelOf } from '../channels/channel-contact.ts'
import { bundleText } from '../store/bundles.ts'
import type { ReadDb } from '../store/db.ts'
import { conversationsNamed } from '../store/erase-person.ts'
import { listHolds } from '../store/legal-holds.ts'
import { bundleHashes, chatsUnderWay, waitingTexts } from '../store/old-files.ts'
import { filesSentBy } from '../store/person-files.ts'
import { listRestrictions } from '../store/restrictions.ts'
import { everyName } from './every-name.ts'

/**
 * Files that stay however old they are: those of bots, of who is held or restricted, of conversations at the desk, and of
 * what is to be sent.
 */
export class KeptFiles {
  /** Content never changes, so it is read once. */
  private readonly read = new Set<string>()
  private readonly ofBots = new Set<string>()

  async list(db: ReadDb): Promise<ReadonlySet<string>> {
    for (const hash of await bundleHashes(db)) {
      if (this.read.has(hash)) continue
      for (const file of hashesIn((await bundleText(db, hash)) ?? '')) this.ofBots.add(file)
      this.read.add(hash)
    }
    const kept = new Set(this.ofBots)
    for (const text of await waitingTexts(db)) for (const file of hashesIn(text)) kept.add(file)
    const people = [...(await chatsUnderWay(db))]
    for (const { contact } of [...(await listHolds(db)), ...(await listRestrictions(db))])
      people.push(...(await conversationsNamed(db, channelOf(contact) ?? '', everyName(contact))))
    for (const to of people) for (const file of await filesSentBy(db, to)) kept.add(file)
    return kept
  }
}

function hashesIn(text: string): readonly string[] {
  return text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []
}
