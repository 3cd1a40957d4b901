import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Desktop, ensureDisplay, prepareDesktop } from '../../scripts/launch-electron.ts'
import { machine, median, type Report, ratio } from '../report.ts'

const STARTS = 11

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

async function startMs({ executable, args, env }: Desktop, more: readonly string[]): Promise<number> {
  const probe = join(import.meta.dirname, 'probe.cjs')
  const begin = performance.now()
  const child = spawn(executable, [...args.slice(0, -1), ...more, '-r', probe, ...args.slice(-1)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'READY') continue
    const taken = performance.now() - begin
    if (child.exitCode === null) await once(child, 'exit')
    return taken
  }
  throw new Error(`The window ended without becoming ready (exit code ${child.exitCode}).`)
}
