import type { BotDocument } from '../document/bot-document.ts'
import type { TaskId } from '../document/ids.ts'
import type { Channel } from '../document/settings.ts'
import { STEPS, type Step, type TaskRecord, taskIdOf } from '../document/task.ts'
import { type Needs, needsOf } from './needs.ts'

/**
 * Where a step comes from: every bot on a channel takes the simple track, bots that decide or integrate the complex one
 * too; `whatsapp` is what that channel asks for besides. `past`: what asked for it is gone, and what was said stays.
 */
export const TRACKS = ['simple', 'whatsapp', 'complex', 'past'] as const
export type Track = (typeof TRACKS)[number]

/** A step of the checklist, and what was said about it. */
export type ChecklistItem = Readonly<{
  id: TaskId
  step: Step
  channel: Channel | null
  track: Track
  /** The channels on which the bot is not activated before it is done; none for what is only to be thought of. */
  mandatoryOn: readonly Channel[]
  task: TaskRecord
}>

type Wanted = Omit<ChecklistItem, 'id' | 'task'>

/**
 * The onboarding checklist of a bot (requirements.md KAL-01 to KAL-09, NHN-35; docs/decisions/0027), which follows from
 * what the bot is now; states and words are those of the tasks of `said`. A step that is not asked for any more stays
 * when somebody said something about it.
 */
export function checklistOf(content: BotDocument, said: BotDocument = content): readonly ChecklistItem[] {
  const wanted = wantedSteps(needsOf(content)).map(each => withTask(each, said))
  const ids = new Set(wanted.map(({ id }) => id))
  const past = [...said.all('task')]
    .filter(({ id }) => !ids.has(id))
    .map(({ step, channel }) => withTask({ step, channel, track: 'past', mandatoryOn: [] }, said))
    .sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step))
  return [...wanted, ...past]
}

function wantedSteps({ channels, initiates, isComplex, integrates }: Needs): readonly Wanted[] {
  const isOnWhatsApp = channels.includes('whatsapp')
  const simple = { track: 'simple', channel: null } as const
  const onWhatsApp = { channel: null, mandatoryOn: ['whatsapp'] } as const
  const complex = { track: 'complex', channel: null, mandatoryOn: [] } as const
  return [
    ...when(channels.length > 0, { ...simple, step: 'kyc', mandatoryOn: channels }),
    ...channels.map(
      (channel): Wanted => ({ track: 'simple', step: 'channel', channel, mandatoryOn: [channel] }),
    ),
    ...when(isOnWhatsApp, { ...onWhatsApp, track: 'simple', step: 'waba' }),
    ...when(isOnWhatsApp && initiates, { ...onWhatsApp, track: 'simple', step: 'templates' }),
    ...when(isOnWhatsApp, { ...onWhatsApp, track: 'whatsapp', step: 'optIn' }),
    ...when(isComplex, { ...complex, step: 'useCase' }),
    ...when(integrates, { ...complex, step: 'feasibility' }),
    ...when(isComplex, { ...complex, step: 'delivery' }),
  ]
}

function when(asked: boolean, wanted: Wanted): readonly Wanted[] {
  return asked ? [wanted] : []
}

function withTask(wanted: Wanted, said: BotDocument): ChecklistItem {
  const id = taskIdOf(wanted.step, wanted.channel)
  return { ...wanted, id, task: said.get(id) ?? untouched(wanted) }
}

/** A step nobody said anything about. */
export function untouched({ step, channel }: Pick<ChecklistItem, 'step' | 'channel'>): TaskRecord {
  return {
    id: taskIdOf(step, channel),
    type: 'task',
    ...{ step, channel, state: 'todo', owner: '', date: null, evidence: null, note: '' },
  }
}
