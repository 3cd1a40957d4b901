import type { Value } from '../../src-shared/kit/value.ts'

/** Who the customer is in a tried conversation. `number` null: the channel tells none; empty texts: the bot's examples. */
export type Persona = Readonly<{ name: string; number: string | null }>

export const NOBODY: Persona = { name: '', number: '' }

/** What the host would tell of such a customer (requirements.md KAR-17, KAR-18). */
export function contactOf({ name, number }: Persona): Readonly<Record<string, Value>> {
  return {
    ...(name === '' ? {} : { NOME_CLIENTE: name }),
    ...(number === '' ? {} : { NUMERO_CLIENTE: number ?? '' }),
  }
}

/** Reads from a session's values who the customer of that conversation was. */
export function personaOf(values: Readonly<Record<string, Value>>): Persona {
  const { NOME_CLIENTE: name, NUMERO_CLIENTE: number } = values
  return {
    name: typeof name === 'string' ? name : '',
    number: number === '' ? null : typeof number === 'string' ? number : '',
  }
}
