import { expect, test } from 'vitest'
import { countPlaywright, countVitest, totalOf } from '../../../scripts/test/count-results.ts'

test('Vitest: a file that cannot be loaded is a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 })
})

test('Playwright: flaky tests and errors outside of tests are failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 })
})

test('a step that failed without a failed test counts as one', () => {
  expect(totalOf([{ ok: false, counts: null }])).toEqual({ passed: 0, failed: 1 })
  const run = { ok: true, counts: { passed: 7, failed: 0 } }
  expect(totalOf([{ ok: true, counts: null }, run, run])).toEqual({ passed: 14, failed: 0 })
  expect(totalOf([run, { ok: false, counts: { passed: 1, failed: 2 } }])).toEqual({ passed: 8, failed: 2 })
})
