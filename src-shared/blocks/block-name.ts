import type { BlockRecord } from '../document/records.ts'

/** A block as messages name it: its title, else its kind. */
export function blockName({ title, kind }: Pick<BlockRecord, 'title' | 'kind'>): string {
  return title === '' ? `the ${KIND_WORDS[kind] ?? kind} block` : `“${title}”`
}

/** The same at the beginning of a sentence. */
export function capitalBlockName(block: Pick<BlockRecord, 'title' | 'kind'>): string {
  const name = blockName(block)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Kinds whose names are not words. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  sendLocation: 'send-location',
  sendContact: 'send-contact',
  sendTemplate: 'message-template',
  liveStream: 'live-stream',
  collect: 'several-messages',
  choices: 'several-choices',
  quiz: 'quiz-question',
  fileInput: 'file',
  askLocation: 'location',
  apiCall: 'API-call',
  setVariable: 'set-variable',
  callFlow: 'call-flow',
  goTo: 'go-to',
  raiseEvent: 'raise-event',
  hours: 'opening-hours',
  split: 'random-split',
  answers: 'questions-and-answers',
}
