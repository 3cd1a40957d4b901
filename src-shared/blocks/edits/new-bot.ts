import { newRecordId } from '../../document/ids.ts'
import { PREDEFINED_TYPE, PREDEFINED_VARIABLES } from '../../document/predefined-variables.ts'
import type { BotDocRecord } from '../../document/records.ts'

/** requirements.md NHN-28: every bot begins with exactly these. */
export const DEFAULT_KEYWORDS = ['Hi', 'Hello', 'Start', 'Menu', '#', 'Talk To Me'] as const

/** The records of a blank bot: a main flow with its entry, the six predefined variables and the six default keywords. */
export function newBot(wanted: { name: string; locale: string }, newId: () => string): BotDocRecord[] {
  const bot = newRecordId('bot', newId)
  const flow = newRecordId('flow', newId)
  const entry = newRecordId('block', newId)
  return [
    {
      id: bot,
      type: 'bot',
      name: wanted.name,
      description: '',
      locales: [wanted.locale],
      mainFlow: flow,
      mainMenu: null,
      country: null,
    },
    { id: flow, type: 'flow', name: 'Main', description: '' },
    { id: entry, type: 'block', flow, kind: 'entry', title: '', x: 80, y: 160, data: { trigger: 'keyword' } },
    ...PREDEFINED_VARIABLES.map(({ name, initial, description }): BotDocRecord => {
      const id = newRecordId('variable', newId)
      return { id, type: 'variable', name, valueType: PREDEFINED_TYPE, initial, secret: false, description }
    }),
    ...DEFAULT_KEYWORDS.map((text): BotDocRecord => {
      const id = newRecordId('keyword', newId)
      return { id, type: 'keyword', text, match: 'exact', locale: null, entry }
    }),
  ]
}
