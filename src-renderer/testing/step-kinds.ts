import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestStep } from '../../src-shared/document/testcase.ts'
import { entriesOf } from '../simulator/entries-of.ts'

type Input = TestStep['input']

/** What a step can be, as the person chooses it. `other` is only played: it was recorded. */
export const STEP_KINDS = [
  'say',
  'tap',
  'location',
  'file',
  'time',
  'agentWrites',
  'agentCloses',
  'handoverAnswer',
  'event',
  'referral',
  'proactive',
  'schedule',
] as const
export type StepKind = (typeof STEP_KINDS)[number] | 'other'

export function kindOfStep(input: Input): StepKind {
  switch (input.type) {
    case 'message':
      if (input.option !== undefined) return 'tap'
      if (input.location) return 'location'
      return input.files ? 'file' : 'say'
    case 'agent':
      return input.action === 'close' ? 'agentCloses' : 'agentWrites'
    case 'effect':
      return input.result.outcome === 'answered' ? 'other' : 'handoverAnswer'
    case 'delivery':
      return 'other'
    default:
      return input.type
  }
}

/** A place to begin with: the bay of All Saints in Salvador. */
const SOMEWHERE = { latitude: -12.9718, longitude: -38.5011 }
const PHOTO = {
  kind: 'image',
  url: 'https://files.example/photo.jpg',
  name: 'photo.jpg',
  mime: 'image/jpeg',
  size: 500_000,
} as const

/** Of a bot that has no entry of the sort, null: nothing would happen. */
export function inputOfKind(
  kind: StepKind,
  document: BotDocument,
  offered: readonly Readonly<{ id: string; label: string }>[],
): Input | null {
  switch (kind) {
    case 'say':
      return { type: 'message', text: '' }
    case 'tap':
      return offered[0] ? { type: 'message', text: offered[0].label, option: offered[0].id } : null
    case 'location':
      return { type: 'message', text: '', location: SOMEWHERE }
    case 'file':
      return { type: 'message', text: '', files: [PHOTO] }
    case 'time':
      return { type: 'time' }
    case 'agentWrites':
      return { type: 'agent', action: 'message', text: '' }
    case 'agentCloses':
      return { type: 'agent', action: 'close', text: '' }
    case 'handoverAnswer':
      return { type: 'effect', effect: 'asked', result: { outcome: 'accepted' } }
    case 'event':
      return { type: 'event', name: entriesOf(document, 'event')[0]?.data.name || 'event' }
    case 'referral':
      return { type: 'referral', ref: entriesOf(document, 'referral')[0]?.data.name ?? '' }
    case 'proactive':
      return { type: 'proactive' }
    case 'schedule': {
      const entry = entriesOf(document, 'schedule')[0]
      return entry ? { type: 'schedule', entry: entry.id } : null
    }
    case 'other':
      return null
  }
}
