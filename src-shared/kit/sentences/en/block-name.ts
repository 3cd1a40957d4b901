import { capital, type Named } from '../named.ts'

/** A block as sentences name it: its title, else its kind. */
export function blockName({ title, kind }: Named): string {
  return title === '' ? `the ${KIND_WORDS[kind] ?? kind} block` : `“${title}”`
}

/** The same at the beginning of a sentence. */
export function capitalBlockName(block: Named): string {
  return capital(blockName(block))
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
