import { readFileSync } from 'node:fs'
import type { EffectResult } from '../../../src-shared/blocks/effect.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { Channel } from '../../../src-shared/document/settings.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import type { Input } from '../../../src-shared/runtime/advance.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { type Happening, SIMULATION_START_AT } from '../../../src-shared/runtime/simulation.ts'

/**
 * One recorded turn: what the customer sent or what else happened, and all that followed. `id` is given only to send
 * the same one twice. `after` is how long after the turn before it happens, such as `15m` (a second unless said);
 * `answers` is what the host reports of the effects of this turn, in order, at the same moment.
 */
export type Recorded = Readonly<{
  send: Readonly<{ text: string; option?: string; id?: string }> | (Happening & Readonly<{ id?: string }>)
  after?: string
  answers?: readonly EffectResult[]
  events: readonly Event[]
}>

/** What a conversation is played with, besides its turns. */
export type Played = Readonly<{
  turns: readonly Recorded[]
  locale?: string
  channel?: Channel
  /** The customer's number, where the bot looks at it. */
  contact?: string
}>

/** What is known before the first message; the same for every way a conversation is played. */
export const CONTACT: Readonly<Record<string, Value>> = {
  NOME_CLIENTE: null,
  NUMERO_CLIENTE: 'contact',
  ID_CONTA_KAROO: 'local',
}

export function inputOf({ send }: Recorded, number: number): Input {
  const id = send.id ?? `in-${number}`
  return { ...('type' in send ? send : { type: 'message', ...send }), id } as Input
}

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** The clock at each turn, epoch milliseconds: the same in every way a conversation is played. */
export function timesOf(turns: readonly Recorded[]): readonly number[] {
  let at = SIMULATION_START_AT
  return turns.map(({ after = '1s' }) => {
    const [, amount, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(after) ?? []
    if (!amount || !unit) throw new Error(`"${after}" is not a duration such as 15m`)
    at += Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS]
    return at
  })
}

/** Reads a bot that a test needs; a broken one is a bug of the test. */
export function loadBot(path: string): BotDocument {
  const document = parseDocumentText(readFileSync(path, 'utf8'))
  if (!document.ok) throw new Error(`${path}: ${document.message}`)
  return document.value
}
