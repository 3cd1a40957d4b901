import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const IDLE_SESSIONS = 100_000

/** What waiting conversations cost a host: `storedBytes` of one in a database, `heapBytes` of one held in memory. */
export type IdleMemory = Readonly<{ storedBytes: number; heapBytes: number }>

/** Keeps as many stored sessions as `IDLE_SESSIONS` at once; `stored` makes that of the nth conversation. */
export function measureIdleMemory(stored: (conversation: number) => string): IdleMemory {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const kept = new Array<string>(IDLE_SESSIONS).fill('')
  collect()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < IDLE_SESSIONS; i += 1) kept[i] = stored(i)
  collect()
  const heapBytes = (process.memoryUsage().heapUsed - before) / IDLE_SESSIONS
  const storedBytes = Math.max(...[0, IDLE_SESSIONS - 1].map(i => Buffer.byteLength(kept[i] ?? '')))
  return { storedBytes, heapBytes }
}
