/**
 * Limits are data, not luck (design/runtime.md): reaching one ends the turn with an event that names the block.
 * Hosts may give other numbers.
 */
export const DEFAULT_LIMITS = {
  /** Blocks entered in one turn; requirements.md NHN-15 asks for 50. */
  stepsPerTurn: 50,
  /** Blocks entered in one conversation. */
  stepsPerConversation: 100_000,
  /** Flows called from within flows. */
  flowDepth: 50,
  /** Evaluation steps of all expressions in one turn; one is about a node of a formula or 64 characters of text. */
  expressionCost: 50_000,
  /** Characters of one message. */
  textLength: 65_536,
  /** Characters of one reply that are looked at. */
  replyLength: 16_384,
}

export type Limits = Readonly<typeof DEFAULT_LIMITS>
export type LimitName = keyof Limits
