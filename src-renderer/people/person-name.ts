import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import { contactLabel } from '../live/contact-label.ts'

/** What a person is called where they are spoken of: their name where it is known, else what the channel calls them. */
export function personName({ name, contact }: Pick<PersonView, 'name' | 'contact'>): string {
  return name ?? contactLabel(contact)
}
