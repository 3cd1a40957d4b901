import { type Fault, fault } from '../../src-shared/kit/result.ts'
import type { Consent, ProactiveMessage } from '../../src-shared/publish/proactive-protocol.ts'
import type { Tried } from './try-turns.ts'

/** How long anything may be sent after a contact's last message (requirements.md NHN-40). */
export const WINDOW_MS = 24 * 3_600_000

/** What is known of somebody who is to be written to. */
export type Known = Readonly<{
  consent: Consent | null
  /** Whether the 24 hours after their last message are still going on. */
  isWindowOpen: boolean
  /** Whether the channel takes anything at any time. */
  isWithoutWindow: boolean
}>

/**
 * Why somebody may not be written to (requirements.md NHN-36): who said no is not; who said nothing only in reply, and
 * not with advertising.
 */
export function refusalOfConsent(
  { category }: Pick<ProactiveMessage, 'category'>,
  { consent, isWindowOpen }: Pick<Known, 'consent' | 'isWindowOpen'>,
): Fault | null {
  if (consent === 'withdrawn') return fault('proactive/opted-out', 'The ledger says when and how.')
  if (consent === 'given' || (isWindowOpen && category !== 'marketing')) return null
  return fault('proactive/no-opt-in', `Note their consent to ${category} messages first.`)
}

/** Why a message would not be said or sent: as the bot answers it, and as its channel takes it (NHN-40, KAL-04). */
export function refusalOfTurn(
  { turn, first }: Tried,
  { isWindowOpen, isWithoutWindow }: Known,
): Fault | null {
  const { outcome, events } = turn.answer
  if (outcome === 'no_active_bot') return fault('proactive/not-active', 'Activate a version first.')
  const refused = events.find(({ type }) => type === 'startRefused')
  if (refused) return refusalOfStart(String(refused.reason))
  if (!first) return null
  if (first.problems.length > 0) return fault('proactive/unfit', first.problems.join(' '))
  if (isWindowOpen || isWithoutWindow || first.isTemplate) return null
  return fault('proactive/window-closed', 'Send a template, or let the bot begin with one.')
}

/** In the words of `startRefused` (src-shared/runtime/events.ts). */
export function refusalOfStart(reason: string): Fault {
  switch (reason) {
    case 'optedOut':
      return fault('proactive/opted-out', 'They wrote an opt-out word; their opt-in word takes it back.')
    case 'noEntry':
      return fault('proactive/no-entry', 'Add an entry with the trigger “proactive” and publish it.')
    case 'handover':
      return fault('proactive/busy', 'An agent is speaking with them.')
    default:
      return fault(
        'proactive/busy',
        'The bot waits for an answer of another system; send it again in a moment.',
      )
  }
}
