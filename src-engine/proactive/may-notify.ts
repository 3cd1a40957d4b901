import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import { channelOf } from '../channels/channel-contact.ts'
import { type ConsentEntry, consentsOf } from '../store/consents.ts'
import type { ReadDb } from '../store/db.ts'
import { lastWroteOf } from '../store/inbound.ts'
import { restrictedOf } from '../store/restrictions.ts'
import { consentOf } from './consent-of.ts'
import { refusalOfConsent, WINDOW_MS } from './refusal-of.ts'

type Asked = Readonly<{ bot: string; contacts: readonly string[]; at: number }>

/**
 * Those of some contacts to whom a bot may speak without being asked (requirements.md NHN-36), by the rule for a
 * message of the company: who said yes; and who said nothing, within a day of their last message.
 */
export async function mayNotify(db: ReadDb, { bot, contacts, at }: Asked): Promise<readonly string[]> {
  const consents = new Map<string, ConsentEntry[]>()
  const people = contacts.map(contact => ({
    channel: channelOf(contact) ?? '',
    contact: bareContact(contact),
  }))
  for (const entry of await consentsOf(db, people)) {
    const known = consents.get(entry.contact)
    if (known) known.push(entry)
    else consents.set(entry.contact, [entry])
  }
  const restricted = await restrictedOf(db, contacts)
  const wrote = await lastWroteOf(db, bot, contacts)
  return contacts.filter(contact => {
    const consent = consentOf(consents.get(bareContact(contact)) ?? [], 'utility')
    const isWindowOpen = at - (wrote.get(contact) ?? 0) < WINDOW_MS
    return (
      !restricted.has(contact) &&
      refusalOfConsent({ category: 'utility' }, { consent, isWindowOpen }) === null
    )
  })
}
