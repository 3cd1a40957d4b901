import type { BlockId } from '../document/ids.ts'
import type { Value } from '../kit/value.ts'
import type { InboundRule } from './events.ts'

/** Why a rule of requirements.md D-20 did not take a message. */
export type Skipped =
  /** The message is none of the words of this rule. */
  | 'otherWord'
  /** It is the word, which means nothing now: nothing to end, no main menu, no handover being made, messages allowed. */
  | 'notNow'
  | 'noAgent'
  | 'notUnhappy'
  /** No block waits for the customer, or it does not wait for a time or another system. */
  | 'noneWaits'
  | 'notBusy'
  /** The block that waits does not accept it. */
  | 'notAccepted'
  /** No activation keyword is this message; only menus can be left by one. */
  | 'noKeyword'
  | 'notFromHere'
  /** Nothing the bot understands is near enough, or there is nothing it could understand. */
  | 'notUnderstood'
  | 'nothingToUnderstand'
  /** A conversation is open, so nothing begins one. */
  | 'isOpen'
  | 'noEntry'
  /** The bot is for the company's own messages alone. */
  | 'proactiveOnly'
  | 'notAMachine'

/**
 * Looks on while a turn runs and changes nothing of it. Turns have none unless they are explained; the runtime asks
 * for it at the very places where it decides, so that what is told can be nothing else than what was decided.
 */
export interface Trace {
  skipped(rule: InboundRule, why: Skipped): void
  /** A formula of a block came to a value; undefined: it failed. */
  evaluated(block: BlockId, source: string, value: Value | undefined): void
}
