/** Time, chance and identity as arguments, so that the same inputs give the same events to the byte (design/runtime.md). */
export interface World {
  /** Epoch milliseconds UTC. */
  now(): number
  /** A number in [0, 1). */
  random(): number
  /** An identifier unique within the host, of letters, digits and hyphens. */
  newId(): string
}
