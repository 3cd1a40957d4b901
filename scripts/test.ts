import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { resolveChromium } from './chromium.ts'
import { resolveDesktopRuntime } from './desktop-runtime.ts'
import { REPO_ROOT } from './repo-root.ts'
import { runPackage } from './run-package.ts'
import { ensureSystemLibraries } from './system-libraries.ts'
import { type Counts, countPlaywright, countVitest, totalOf } from './test/count-results.ts'
import { runTool, ToolFault } from './tool-fault.ts'
import { typecheck } from './typecheck.ts'

// Everything that must hold, cheapest first; the first failing step ends the run.

type Outcome = Readonly<{ ok: boolean; counts: Counts | null }>
type Step = Readonly<{ title: string; run: () => Promise<Outcome> }>
type Done = Outcome & Readonly<{ title: string; seconds: number }>

const RESULTS = join(REPO_ROOT, 'test-results')
const VITEST_REPORT = join(RESULTS, 'vitest.json')
const PLAYWRIGHT_REPORT = join(RESULTS, 'playwright.json')
const VITEST_REPORTERS = [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST_REPORT}`,
] as const

const COLOURS = process.stdout.isTTY ? [] : ['--colors=off']

const STEPS: readonly Step[] = [
  {
    title: 'Lint and format',
    run: () => packageStep(['@biomejs/biome', 'biome', 'ci', '.', '--error-on-warnings', ...COLOURS]),
  },
  { title: 'Types', run: async () => ({ ok: (await typecheck()).length === 0, counts: null }) },
  { title: 'Electron, Chromium and system libraries', run: prepareMachine },
  {
    title: 'Unit, data and integration tests',
    run: () => testStep(['vitest', 'vitest', 'run', ...VITEST_REPORTERS], VITEST_REPORT, countVitest),
  },
  { title: 'Build', run: buildApp },
  {
    title: 'End-to-end tests in a real window',
    run: () => testStep(['@playwright/test', 'playwright', 'test'], PLAYWRIGHT_REPORT, countPlaywright),
  },
]

type Command = readonly [string, string, ...string[]]

async function packageStep(command: Command): Promise<Outcome> {
  return { ok: (await runPackage(command)).exitCode === 0, counts: null }
}

async function testStep<Report>(
  command: Command,
  reportFile: string,
  count: (report: Report) => Counts,
): Promise<Outcome> {
  // A report of an earlier run must not stand in for one that was never written.
  rmSync(reportFile, { force: true })
  const { exitCode } = await runPackage(command)
  const counts = existsSync(reportFile) ? count(JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : null
  return { ok: exitCode === 0 && counts !== null && counts.failed === 0, counts }
}

async function prepareMachine(): Promise<Outcome> {
  const runtime = await resolveDesktopRuntime()
  console.log(runtime.says)
  await ensureSystemLibraries(runtime.executable)
  console.log(`Chromium: ${await resolveChromium()}`)
  return { ok: true, counts: null }
}

async function buildApp(): Promise<Outcome> {
  await build()
  return { ok: true, counts: null }
}

async function runStep({ title, run }: Step, number: number): Promise<Done> {
  console.log(`\n=== ${number}/${STEPS.length}  ${title}`)
  const startedAt = performance.now()
  const outcome = await run().catch((error: unknown) => {
    console.error(error instanceof ToolFault ? error.message : error)
    return { ok: false, counts: null }
  })
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`=== ${title}: ${outcome.ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`)
  return { ...outcome, title, seconds }
}

function printSummary(done: readonly Done[]): void {
  console.log('\n=== Summary')
  for (const [i, { title }] of STEPS.entries()) {
    const step = done[i]
    const state = step ? (step.ok ? 'ok' : 'FAILED') : 'not run'
    const counts = step?.counts ? `${step.counts.passed} passed, ${step.counts.failed} failed` : ''
    const time = step ? `${step.seconds.toFixed(1)} s` : ''
    console.log(`${state.padEnd(8)} ${time.padStart(8)}  ${title}${counts ? ` (${counts})` : ''}`)
  }
}

async function main(): Promise<number> {
  const done: Done[] = []
  for (const [i, step] of STEPS.entries()) {
    done.push(await runStep(step, i + 1))
    if (!done.at(-1)?.ok) break
  }
  printSummary(done)
  const { passed, failed } = totalOf(done)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 || done.length < STEPS.length ? 1 : 0
}

if (import.meta.main) await runTool(main)
