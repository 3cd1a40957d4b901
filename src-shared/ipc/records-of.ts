import type { BotDocRecord } from '../document/records.ts'
import type { OpenedBot } from './contract.ts'

/** The records of an opened bot, which main has read from its own file: they are not checked again. */
export function recordsOf({ records }: Pick<OpenedBot, 'records'>): BotDocRecord[] {
  return JSON.parse(records) as BotDocRecord[]
}
