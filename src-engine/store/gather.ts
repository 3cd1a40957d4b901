import { setImmediate as nextLoop } from 'node:timers/promises'

/** Turns of the event loop that others are waited for. */
const MOST_TURNS = 8

/**
 * Waits as long as each turn of the event loop brings more to do, but not for long: what is done together costs less,
 * and who asks alone waits one turn.
 */
export async function gather(count: () => number): Promise<void> {
  for (let turn = 0, known = -1; turn < MOST_TURNS && count() > known; turn += 1) {
    known = count()
    await nextLoop()
  }
}
