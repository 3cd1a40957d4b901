import type { BotDocument } from '../document/bot-document.ts'
import type { Channel } from '../document/settings.ts'
import type { Step } from '../document/task.ts'
import type { Problem } from '../kit/result.ts'
import { say } from '../kit/say.ts'
import { type ChecklistItem, checklistOf } from './checklist.ts'

/** On which of its channels a bot may be activated, and what it waits for on the others (requirements.md KAL-01). */
export type Activation = Readonly<{
  free: readonly Channel[]
  held: readonly Channel[]
  /** The steps that hold it on some channel. */
  open: readonly ChecklistItem[]
  /** Whether there is no channel it could go live on; a bot bound to none may. */
  isHeld: boolean
}>

/** `content` is what is activated, `said` the bot with what is said of its steps now. */
export function activationOf(content: BotDocument, said: BotDocument = content): Activation {
  const open = checklistOf(content, said).filter(
    ({ mandatoryOn, task }) => mandatoryOn.length > 0 && task.state !== 'done',
  )
  const channels = content.bot.settings?.channels ?? []
  const isOpen = (channel: Channel) => open.some(({ mandatoryOn }) => mandatoryOn.includes(channel))
  const free = channels.filter(channel => !isOpen(channel))
  const held = channels.filter(isOpen)
  return { free, held, open, isHeld: held.length > 0 && free.length === 0 }
}

/**
 * The steps that keep a bot from being activated at all, each as a problem that names it (KAL-02 `KYC_NOT_APPROVED`,
 * KAL-03 `CHANNEL_NOT_ACTIVATED`). Nothing hinders simulation or publishing.
 */
export function activationHindrances(content: BotDocument, said: BotDocument = content): readonly Problem[] {
  const { open, isHeld } = activationOf(content, said)
  if (!isHeld) return []
  return open.map(({ id, step, channel, task: { state } }) => ({
    code: CODES[step] ?? 'onboarding/step-open',
    ...say('onboarding/step-open', { step, channel, state }),
    pointer: id,
  }))
}

const CODES: Readonly<Partial<Record<Step, string>>> = {
  kyc: 'onboarding/kyc-not-approved',
  channel: 'onboarding/channel-not-activated',
}
