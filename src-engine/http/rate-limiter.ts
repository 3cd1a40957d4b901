type Bucket = { tokens: number; at: number }

/** Callers remembered at once; the ones longest not seen are forgotten first, which favours them. */
const MAX_CALLERS = 10_000

/**
 * A token bucket per caller: `burst` requests at once, then `perSecond`. Kept in memory only: what a restart forgets
 * is that somebody was in a hurry.
 */
export class RateLimiter {
  private readonly burst: number
  private readonly perSecond: number
  private readonly buckets = new Map<string, Bucket>()

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.burst = burst
    this.perSecond = perSecond
  }

  /** Takes a token; false when there is none. `now` is epoch milliseconds. */
  take(caller: string, now: number): boolean {
    const known = this.buckets.get(caller) ?? { tokens: this.burst, at: now }
    const gained = (Math.max(0, now - known.at) / 1000) * this.perSecond
    const tokens = Math.min(this.burst, known.tokens + gained)
    this.buckets.delete(caller)
    this.buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    const [oldest] = this.buckets.keys()
    if (this.buckets.size > MAX_CALLERS && oldest !== undefined) this.buckets.delete(oldest)
    return tokens >= 1
  }
}
