import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { Conversation } from '../store/conversations.ts'

/** What a person is called and how they are reached, where a bot knows it (requirements.md KAR-17, KAR-18). */
export const OF_PERSON = { name: 'NOME_CLIENTE', number: 'NUMERO_CLIENTE' } as const

type Kept = PersonView['conversations'][number]['values']

/** What a bot knows of a person besides who they are, by the content the conversation is on; no secret is shown. */
export function keptValues({ session }: Conversation, program: Program | null): Kept {
  const known = Object.entries(session?.values ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return known.flatMap(([name, value]) => {
    const variable = ownVariable(program, name)
    if (!variable) return []
    const { type, isSecret } = variable
    const shown = typeof value === 'object' && value !== null ? [...value] : value
    return [{ name, type, isSecret, value: isSecret ? null : shown }]
  })
}

/** A variable of the bot itself; null for one that every bot has, or that this one has not. */
export function ownVariable(
  program: Program | null,
  name: string,
): Readonly<{ type: ValueType; isSecret: boolean }> | null {
  if (isPredefined(name)) return null
  const variable = program?.variables.get(name)
  return variable ? { type: variable.valueType, isSecret: variable.secret } : null
}
