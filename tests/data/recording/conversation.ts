import { readFileSync } from 'node:fs'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import type { Input } from '../../../src-shared/runtime/advance.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'

/** One recorded turn: what the customer sent, and all that happened. `id` is given only to send the same one twice. */
export type Recorded = Readonly<{
  send: Readonly<{ text: string; option?: string; id?: string }>
  events: readonly Event[]
}>

/** What is known before the first message; the same for every way a conversation is played. */
export const CONTACT: Readonly<Record<string, Value>> = {
  NOME_CLIENTE: null,
  NUMERO_CLIENTE: 'contact',
  ID_CONTA_KAROO: 'local',
}

export function inputOf({ send }: Recorded, number: number): Input {
  return {
    id: send.id ?? `in-${number}`,
    type: 'message',
    text: send.text,
    ...(send.option === undefined ? {} : { option: send.option }),
  }
}

/** Reads a bot that a test needs; a broken one is a bug of the test. */
export function loadBot(path: string): BotDocument {
  const document = parseDocumentText(readFileSync(path, 'utf8'))
  if (!document.ok) throw new Error(`${path}: ${document.message}`)
  return document.value
}
