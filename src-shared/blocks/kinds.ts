import type { z } from 'zod'
import type { BlockRecord } from '../document/records.ts'
import { answers } from './answers.ts'
import { apiCall } from './api-call.ts'
import { askLocation } from './ask-location.ts'
import { callFlow } from './call-flow.ts'
import { cards } from './cards.ts'
import { choices } from './choices.ts'
import { collect } from './collect.ts'
import { condition } from './condition.ts'
import { delay } from './delay.ts'
import { end } from './end.ts'
import { entry } from './entry.ts'
import { fileInput } from './file-input.ts'
import { goTo } from './go-to.ts'
import { handover } from './handover.ts'
import { hours } from './hours.ts'
import { intent } from './intent.ts'
import type { Kind } from './kind.ts'
import { language } from './language.ts'
import { liveStream } from './live-stream.ts'
import { menu } from './menu.ts'
import { message } from './message.ts'
import { question } from './question.ts'
import { quiz } from './quiz.ts'
import { raiseEvent } from './raise-event.ts'
import { rating } from './rating.ts'
import { sendContact } from './send-contact.ts'
import { sendLocation } from './send-location.ts'
import { sendTemplate } from './send-template.ts'
import { sentiment } from './sentiment.ts'
import { setVariable } from './set-variable.ts'
import { split } from './split.ts'

/** Every block kind, in the order of the palette. A new kind is one file here, one view, one fixture, two lines. */
export const KINDS = [
  entry,
  message,
  cards,
  sendLocation,
  sendContact,
  sendTemplate,
  liveStream,
  menu,
  question,
  collect,
  choices,
  quiz,
  fileInput,
  askLocation,
  rating,
  answers,
  condition,
  intent,
  sentiment,
  hours,
  split,
  setVariable,
  language,
  delay,
  raiseEvent,
  apiCall,
  callFlow,
  goTo,
  handover,
  end,
] as const

export type KindName = (typeof KINDS)[number]['name']

/** The data of one kind, or of any. */
export type DataOf<Name extends KindName = KindName> = z.infer<
  Extract<(typeof KINDS)[number], { name: Name }>['schema']
>

const BY_NAME = new Map<string, Kind>(KINDS.map(kind => [kind.name, kind as unknown as Kind]))

/** Whether a block waits for the customer or the clock. */
export function blockWaits({ kind: name, data }: Pick<BlockRecord, 'kind' | 'data'>): boolean {
  const waits = kindNamed(name)?.waits ?? false
  return typeof waits === 'function' ? waits(data) : waits
}

/** The kind with this name. A block's data was parsed by its kind's schema when it came in, so it fits. */
export function kindNamed(name: string): Kind | undefined {
  return BY_NAME.get(name)
}
