import { isIntegration } from '../blocks/is-integration.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord } from '../document/records.ts'
import type { Channel } from '../document/settings.ts'

/** What of a bot decides which steps it has. */
export type Needs = Readonly<{
  /** The channels it is bound to and that belong to somebody else: the web page is the engine's own. */
  channels: readonly Channel[]
  initiates: boolean
  /** Decision logic (branch, formula, NLP), or an integration. */
  isComplex: boolean
  integrates: boolean
}>

/** Entries with which the company begins, or comes back after a long time. */
const INITIATING: ReadonlySet<unknown> = new Set(['proactive', 'event', 'schedule'])
/** Beside the family that decides: a formula, and what is answered by understanding. */
const DECIDING: ReadonlySet<string> = new Set(['setVariable', 'answers'])

/** Reads the bot once; cost: one walk over its blocks and intents. */
export function needsOf(document: BotDocument): Needs {
  const { settings } = document.bot
  let initiates = settings?.proactiveOnly === true
  let decides = [...document.all('intent')].some(({ entry }) => entry !== null)
  let integrates = false
  for (const block of document.all('block')) {
    initiates ||= isInitiating(block)
    decides ||= isDeciding(block)
    integrates ||= isIntegration(block)
  }
  const channels = (settings?.channels ?? []).filter(channel => channel !== 'web')
  return { channels, initiates, isComplex: decides || integrates, integrates }
}

function isInitiating({ kind, data }: BlockRecord): boolean {
  return kind === 'sendTemplate' || (kind === 'entry' && INITIATING.has(data.trigger))
}

function isDeciding({ kind }: BlockRecord): boolean {
  return DECIDING.has(kind) || kindNamed(kind)?.family === 'decide'
}
