import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import { contactLabel } from '../live/contact-label.ts'

/** What a person is called where they are spoken of: their name where it is known, else what the channel calls them. */
export function personName({ name, contact }: Pick<PersonView, 'name' | 'contact'>): string {
  return name ?? contactLabel(contact)
}

/** The number of a person; null where bots only know what the channel calls them, which is none. */
export function personNumber({ number, contact }: Pick<PersonView, 'number' | 'contact'>): string | null {
  return number === null || number === contact ? null : number
}
