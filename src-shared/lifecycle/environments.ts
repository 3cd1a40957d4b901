import { sha256Hex } from '../kit/sha256.ts'

/**
 * Where a version can be met. `draft` has what was published last, `test` what was put there from draft, `live` the
 * active version (requirements.md KAL-14).
 */
export const ENVIRONMENTS = ['draft', 'test', 'live'] as const
export type Environment = (typeof ENVIRONMENTS)[number]

/**
 * The environment of a contact. One whose name begins with `draft:` or `test:` talks to that environment, in a
 * conversation of its own; so a test number is a channel that names its contacts like this.
 */
export function environmentOf(contact: string): Environment {
  return ENVIRONMENTS.find(name => name !== 'live' && contact.startsWith(`${name}:`)) ?? 'live'
}

/** The name of a contact in an environment. */
export function contactIn(environment: Environment, contact: string): string {
  return environment === 'live' ? contact : `${environment}:${contact}`
}

/** The name of a contact in whichever environment. */
export function bareContact(contact: string): string {
  const environment = environmentOf(contact)
  return environment === 'live' ? contact : contact.slice(environment.length + 1)
}

/** Of 2^32 places on a line from 0 to 100, which is far more than there are customers. */
const PLACES = 0x1_0000_0000

/**
 * Whether a contact is among the percentage that meets staged content. The same contact always is or is not, on every
 * machine; who is among 10 % is among 50 % too; and other content chooses others.
 */
export function isStagedFor(contact: string, content: string, percent: number): boolean {
  const place = Number.parseInt(sha256Hex(`${content}\n${contact}`).slice(0, 8), 16)
  return (place / PLACES) * 100 < percent
}
