import type { BotDocument } from '../document/bot-document.ts'
import type { Channel } from '../document/settings.ts'
import type { Step } from '../document/task.ts'
import type { Problem } from '../kit/result.ts'
import { say } from '../kit/say.ts'
import { type ChecklistItem, checklistOf } from './checklist.ts'

/** The steps that keep a bot from being activated on a channel; those of all its channels where none is named. */
export function openSteps(
  content: BotDocument,
  said: BotDocument = content,
  channel?: Channel,
): readonly ChecklistItem[] {
  return checklistOf(content, said).filter(
    ({ mandatoryOn, task }) =>
      task.state !== 'done' && (channel ? mandatoryOn.includes(channel) : mandatoryOn.length > 0),
  )
}

/**
 * The same as problems, each naming its step (requirements.md KAL-01, KAL-02 `KYC_NOT_APPROVED`, KAL-03
 * `CHANNEL_NOT_ACTIVATED`). Nothing hinders simulation or publishing.
 */
export function activationHindrances(content: BotDocument, said: BotDocument = content): readonly Problem[] {
  return openSteps(content, said).map(({ id, step, channel, task: { state } }) => ({
    code: CODES[step] ?? 'onboarding/step-open',
    ...say('onboarding/step-open', { step, channel, state }),
    pointer: id,
  }))
}

const CODES: Readonly<Partial<Record<Step, string>>> = {
  kyc: 'onboarding/kyc-not-approved',
  channel: 'onboarding/channel-not-activated',
}
