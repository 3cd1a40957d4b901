/** Single tests of one run. */
export type Counts = Readonly<{ passed: number; failed: number }>

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** Reads Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Reads Playwright's JSON report; an error outside a test counts as one failure, a flaky test as well. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** Sums runs; a step that failed without a failed test of its own (lint, a crash) counts as one. */
export function totalOf(steps: readonly { ok: boolean; counts: Counts | null }[]): Counts {
  let passed = 0
  let failed = 0
  for (const { ok, counts } of steps) {
    passed += counts?.passed ?? 0
    failed += ok ? (counts?.failed ?? 0) : Math.max(1, counts?.failed ?? 0)
  }
  return { passed, failed }
}
