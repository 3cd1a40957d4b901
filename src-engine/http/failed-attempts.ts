import { isWithin } from './address-list.ts'

const MOST = 10
const WITHIN_MS = 300_000
/** How long an address is not let in. */
export const BLOCK_MS = 900_000
const MOST_ADDRESSES = 10_000
/** Behind one of these is a proxy that is not in the list, and with it everybody. */
const NEVER = ['127.0.0.0/8', '::1']

type Tries = { times: readonly number[]; blockedUntil: number }

/**
 * Addresses that tried to sign in again and again with nothing that fits: ten times in five minutes block them for a
 * quarter of an hour (requirements.md NHN-146). Kept in memory, and of a process.
 */
export class FailedAttempts {
  private readonly known = new Map<string, Tries>()

  isBlocked(address: string, now: number): boolean {
    return (this.known.get(address)?.blockedUntil ?? 0) > now
  }

  /** Counts one; whether it is the one that blocks. */
  fail(address: string, now: number): boolean {
    if (isWithin(address, NEVER)) return false
    const before = this.known.get(address)?.times ?? []
    const times = [...before.filter(time => time > now - WITHIN_MS), now]
    const isLast = times.length >= MOST
    this.known.delete(address)
    this.known.set(address, { times: isLast ? [] : times, blockedUntil: isLast ? now + BLOCK_MS : 0 })
    const [oldest] = this.known.keys()
    if (this.known.size > MOST_ADDRESSES && oldest !== undefined) this.known.delete(oldest)
    return isLast
  }
}
