import type { World } from '../kit/world.ts'

/**
 * A world in which everything can be repeated: chance from a seed (mulberry32), ids that count, and a clock that
 * stands still until it is moved.
 */
export class SeededWorld implements World {
  private state: number
  private ids = 0
  /** Epoch milliseconds. */
  at: number

  constructor(seed: number, at: number) {
    this.state = seed >>> 0
    this.at = at
  }

  now(): number {
    return this.at
  }

  random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  newId(): string {
    this.ids += 1
    return String(this.ids)
  }
}
