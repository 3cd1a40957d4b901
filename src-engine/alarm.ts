/** The longest time a timer of the platform can be set to. */
const LONGEST_MS = 2_147_483_647

/** One timer for many times: it rings at the earliest it was set to, epoch ms, and is then to be set anew. */
export class Alarm {
  private readonly now: () => number
  private readonly onRing: () => void
  private timer: NodeJS.Timeout | undefined
  private at = Number.POSITIVE_INFINITY

  constructor(now: () => number, onRing: () => void) {
    this.now = now
    this.onRing = onRing
  }

  set(at: number): void {
    if (at >= this.at) return
    clearTimeout(this.timer)
    this.at = at
    const wait = Math.min(Math.max(0, at - this.now()), LONGEST_MS)
    this.timer = setTimeout(() => {
      this.clear()
      this.onRing()
    }, wait)
  }

  clear(): void {
    clearTimeout(this.timer)
    this.at = Number.POSITIVE_INFINITY
  }
}
