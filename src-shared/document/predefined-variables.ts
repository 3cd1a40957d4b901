import type { ValueType } from '../kit/value.ts'

/**
 * The six globals every bot has under exactly these names; they can be given another value but not be renamed or
 * deleted (requirements.md KAR-14…KAR-19). `scope` says who gives the value while a bot runs: the first two are
 * words a customer may send at any time and stay what the designer wrote.
 */
export const PREDEFINED_VARIABLES = [
  {
    name: 'ENCERRA_FLUXO',
    scope: 'bot',
    initial: '#ENCERRAR',
    rule: 'KAR-14',
    description: 'A customer who sends this word ends the conversation at any point.',
  },
  {
    name: 'MENU_PRINCIPAL',
    scope: 'bot',
    initial: '#MENU',
    rule: 'KAR-15',
    description: 'A customer who sends this word comes back to the main menu, keeping what was answered.',
  },
  {
    name: 'ID_CONTA_KAROO',
    scope: 'account',
    initial: '12345',
    rule: 'KAR-16',
    description: 'The account of the engine the bot runs on; read only.',
  },
  {
    name: 'NUMERO_CLIENTE',
    scope: 'contact',
    initial: '987654321',
    rule: 'KAR-17',
    description: 'The customer number; kept as text, so leading zeros stay.',
  },
  {
    name: 'NOME_CLIENTE',
    scope: 'contact',
    initial: 'JOÃO SILVA',
    rule: 'KAR-18',
    description: 'The customer’s full name or nickname, from the channel’s profile.',
  },
  {
    name: 'OMNICHANNEL_SESSION',
    scope: 'contact',
    initial: 'SESSÃO_001',
    rule: 'KAR-19',
    description: 'One id for the customer’s session across all channels.',
  },
] as const satisfies readonly {
  name: string
  scope: 'bot' | 'account' | 'contact'
  initial: string
  rule: string
  description: string
}[]

export const PREDEFINED_TYPE: ValueType = 'text'

export type PredefinedName = (typeof PREDEFINED_VARIABLES)[number]['name']

export function isPredefined(name: string): name is PredefinedName {
  return PREDEFINED_VARIABLES.some(variable => variable.name === name)
}

/** Values only the host may set, so that a formula cannot forge an account or a customer. */
export function isReadOnly(name: string): boolean {
  return PREDEFINED_VARIABLES.some(variable => variable.name === name && variable.scope !== 'contact')
}
