import { environmentOf } from '../../src-shared/lifecycle/environments.ts'

/** What is left of a name; the environment stays to be seen in it. */
export function erasedName(id: string, contact: string): string {
  const environment = environmentOf(contact)
  return environment === 'live' ? `erased:${id}` : `erased:${id}.${environment}`
}
