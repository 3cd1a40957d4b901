import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Desktop, ensureDisplay, prepareDesktop } from '../../scripts/launch-electron.ts'
import { machine, median, type Report, ratio } from '../report.ts'

const STARTS = 11
const LIMIT_MS = 30_000
const PROBE = join(import.meta.dirname, 'probe.cjs')

/**
 * From spawn to a usable canvas with the sample bot, against an empty window of the same runtime. Starts alternate;
 * the first of each is not counted. Milliseconds.
 */
export async function bench(): Promise<Report> {
  const display = await ensureDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const parley = await prepareDesktop()
    const empty = await prepareDesktop({ app: join(import.meta.dirname, 'empty-window') })
    const own = [`--user-data=${join(folder, 'parley')}`]
    const times = { parley: [] as number[], empty: [] as number[] }
    for (let start = 0; start < STARTS; start += 1) {
      times.empty.push(await startMs(empty, [`--user-data-dir=${join(folder, 'empty')}`]))
      times.parley.push(await startMs(parley, own))
    }
    const [emptyMs, parleyMs] = [times.empty, times.parley].map(values => median(values.slice(1)))
    return {
      name: 'start',
      machine: `${machine()}; ${parley.says}`,
      rows: [
        { subject: 'empty window', metric: 'spawn to ready', value: emptyMs ?? Number.NaN, unit: 'ms' },
        {
          subject: 'Parley with the sample bot',
          metric: 'spawn to usable canvas',
          value: parleyMs ?? Number.NaN,
          unit: 'ms',
        },
      ],
      ratios: [
        ratio(
          'start against an empty window',
          (parleyMs ?? Number.NaN) / (emptyMs ?? Number.NaN),
          'lower',
          2,
        ),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    display?.stop()
  }
}

/** Spawn to READY in milliseconds; a start that takes over 30 s is killed, and the error says what it printed. */
async function startMs({ executable, args, env }: Desktop, more: readonly string[]): Promise<number> {
  const begin = performance.now()
  const child = spawn(executable, [...args.slice(0, -1), ...more, '-r', PROBE, ...args.slice(-1)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  const printed: string[] = []
  let taken: number | null = null
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', line => {
      if (line === 'READY') taken = performance.now() - begin
      else printed.push(line)
    })
  const [code, signal] = await once(child, 'close')
  if (taken !== null) return taken
  const end =
    signal === 'SIGKILL'
      ? `was not usable after ${LIMIT_MS / 1000} s`
      : `ended before it was usable (${signal ?? `exit code ${code}`})`
  throw new Error(`${args.at(-1)} ${end}. It printed:\n${printed.join('\n') || 'nothing'}`)
}
