import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { FoundContacts } from '../../src-shared/publish/contact-protocol.ts'

/** Somebody who was found, with the bots that know them. */
export type FoundPerson = Readonly<{ contact: string; bots: readonly string[] }>

/** Who was found, each once: an engine answers with every conversation, of every bot and environment. */
export function foundPeople({ contacts }: Pick<FoundContacts, 'contacts'>): readonly FoundPerson[] {
  const found = new Map<string, Set<string>>()
  for (const { bot, contact } of contacts) {
    const person = bareContact(contact)
    found.set(person, (found.get(person) ?? new Set()).add(bot))
  }
  return [...found].map(([contact, bots]) => ({ contact, bots: [...bots] }))
}
