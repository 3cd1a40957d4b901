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

  /** Takes a token, or as many as something costs; false when there are not enough. `now` is epoch milliseconds. */
  take(caller: string, now: number, cost = 1): boolean {
    const tokens = this.tokensOf(caller, now)
    this.buckets.delete(caller)
    this.buckets.set(caller, { tokens: tokens >= cost ? tokens - cost : tokens, at: now })
    const [oldest] = this.buckets.keys()
    if (this.buckets.size > MAX_CALLERS && oldest !== undefined) this.buckets.delete(oldest)
    return tokens >= cost
  }

  /** Whole seconds until there are enough, as `Retry-After` says it; at least one. */
  secondsUntil(caller: string, now: number, cost = 1): number {
    return Math.max(1, Math.ceil((cost - this.tokensOf(caller, now)) / this.perSecond))
  }

  private tokensOf(caller: string, now: number): number {
    const known = this.buckets.get(caller) ?? { tokens: this.burst, at: now }
    const gained = (Math.max(0, now - known.at) / 1000) * this.perSecond
    return Math.min(this.burst, known.tokens + gained)
  }
}
