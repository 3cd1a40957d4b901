import { answerableOptions } from '../message/answerable-options.ts'
import { PLAIN_PEN, textOnly } from './plain-text.ts'
import type { RenderJob } from './rendering.ts'
import { numberedOptions } from './text-pieces.ts'

/** The body of a message to an SMS provider, without its recipient. */
export type SmsPayload = Readonly<{ Body: string }>

/** A message as one SMS text: options are numbered, and what is not text is written out or linked. */
export function renderSms(job: RenderJob): readonly SmsPayload[] {
  const { message, report } = job
  const options = answerableOptions(message)
  if (options.length > 0) report.degrade('options-numbered', ['options'])
  const { buttons = [] } = message
  if (buttons.some(({ kind }) => kind === 'link')) report.degrade('links-in-text', ['buttons'])
  if (buttons.some(({ kind }) => kind === 'call')) report.degrade('calls-in-text', ['buttons'])
  const compose = textOnly(job, {
    options: numberedOptions(options, PLAIN_PEN),
    hasCards: (message.cards ?? []).length > 0,
    hasFile: message.media !== undefined,
  })
  const text = compose(true)
  if (text === '') return []
  report.check('sms/text', text, ['text'])
  return [{ Body: text }]
}
