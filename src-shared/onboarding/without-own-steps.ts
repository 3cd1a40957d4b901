import type { BotDocRecord } from '../document/records.ts'
import type { Step } from '../document/task.ts'

/** Steps of the organisation: one serves all its bots (requirements.md KAL-02). */
const OF_ORGANISATION: ReadonlySet<Step> = new Set(['kyc'])

/** The records a copy of a bot begins with: steps of the bot itself begin anew (requirements.md KAL-01). */
export function withoutOwnSteps(records: readonly BotDocRecord[]): readonly BotDocRecord[] {
  return records.filter(record => record.type !== 'task' || OF_ORGANISATION.has(record.step))
}
