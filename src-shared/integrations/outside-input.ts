import type { BotEvent } from './bot-event.ts'

/**
 * What a bot elsewhere told, or that it was not reached, as a thing that happens to a conversation: it waits its turn
 * like messages do. Made by the engine itself, never taken from outside as it is.
 */
export type OutsideInput = Readonly<{
  id: string
  type: 'outside'
  integration: string
  conversation: string
  event: BotEvent | Readonly<{ type: 'unreached' }>
}>
