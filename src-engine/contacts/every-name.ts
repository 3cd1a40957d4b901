import { contactIn, ENVIRONMENTS, environmentOf } from '../../src-shared/lifecycle/environments.ts'

/** A contact as they are called in each environment: one person, whichever of their names is given. */
export function everyName(contact: string): readonly string[] {
  const own = environmentOf(contact)
  const bare = own === 'live' ? contact : contact.slice(own.length + 1)
  return ENVIRONMENTS.map(environment => contactIn(environment, bare))
}
