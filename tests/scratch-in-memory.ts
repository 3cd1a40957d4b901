import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const NAME = 'parley-tests-'
/** The tests of both stores need less than a tenth of it. */
const ROOM_BYTES = 2 * 1024 ** 3

/**
 * Has everything that is written to the system's folder for temporary files, by this process and those it starts, be
 * written to memory, where Linux has room for it: thousands of small databases are made and dropped, and a disk that is
 * busy with that, or with something else, was seen to hold all tests up for longer than a test may take. What the data
 * survive is tested by killing processes, which memory outlives as well.
 */
export function scratchInMemory(): void {
  if (process.env.TMPDIR?.startsWith(join(MEMORY, NAME)) || !hasRoom()) return
  for (const name of readdirSync(MEMORY)) if (isLeftOver(name)) remove(name)
  const folder = mkdtempSync(join(MEMORY, `${NAME}${process.pid}-`))
  // PostgreSQL goes through it as somebody else.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

function remove(name: string): void {
  rmSync(join(MEMORY, name), { recursive: true, force: true })
}

/** The folder of a run that was killed. */
function isLeftOver(name: string): boolean {
  const [, pid] = new RegExp(`^${NAME}(\\d+)-`).exec(name) ?? []
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Programs are started from there too, which some systems do not allow. */
function hasRoom(): boolean {
  try {
    const mount = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map(line => line.split(' '))
      .find(([, at]) => at === MEMORY)
    const { bavail, bsize } = statfsSync(MEMORY)
    return mount?.[2] === 'tmpfs' && !/\bnoexec\b/.test(mount[3] ?? '') && bavail * bsize >= ROOM_BYTES
  } catch {
    return false
  }
}
