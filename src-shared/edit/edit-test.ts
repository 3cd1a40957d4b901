import type { Expectation, TestcaseRecord, TestStep } from '../document/testcase.ts'

/** Virtual time before a step that somebody writes, milliseconds. */
export const STEP_MS = 1000

type Start = Pick<TestcaseRecord, 'id' | 'name'> &
  Readonly<{ at: number; input: TestStep['input']; channel?: TestcaseRecord['start']['channel'] }>

/** A test somebody writes by hand: one step, of which nothing is expected yet. */
export function newTestcase({ id, name, at, input, channel = 'web' }: Start): TestcaseRecord {
  return {
    id,
    type: 'testcase',
    name,
    tags: [],
    start: { channel, locale: null, contact: {}, at, seed: 1 },
    steps: [newStep(input)],
  }
}

/** A step of which nothing is expected yet. */
export function newStep(input: TestStep['input']): TestStep {
  return { afterMs: STEP_MS, input, match: 'loose', expected: [] }
}

/** The test with a step put in before the one at `at`, or at the end. */
export function insertStep(test: TestcaseRecord, at: number, step: TestStep): TestcaseRecord {
  return { ...test, steps: test.steps.toSpliced(at, 0, step) }
}

/** The last step stays: a test has at least one. */
export function removeStep(test: TestcaseRecord, at: number): TestcaseRecord {
  return test.steps.length === 1 ? test : { ...test, steps: test.steps.toSpliced(at, 1) }
}

/** Moves a step by so many places; beyond the ends nothing moves. */
export function moveStep(test: TestcaseRecord, at: number, by: number): TestcaseRecord {
  return { ...test, steps: moved(test.steps, at, by) }
}

export function changeStep(test: TestcaseRecord, at: number, change: Partial<TestStep>): TestcaseRecord {
  const step = test.steps[at]
  return step ? { ...test, steps: test.steps.with(at, { ...step, ...change }) } : test
}

/** The world outside is again as it was before the step. */
export function leaveSurroundings(test: TestcaseRecord, at: number): TestcaseRecord {
  const step = test.steps[at]
  if (!step) return test
  const { surroundings: _, ...rest } = step
  return { ...test, steps: test.steps.with(at, rest) }
}

export function addExpectation(test: TestcaseRecord, at: number, expectation: Expectation): TestcaseRecord {
  return changeExpected(test, at, expected => [...expected, expectation])
}

export function removeExpectation(test: TestcaseRecord, at: number, index: number): TestcaseRecord {
  return changeExpected(test, at, expected => expected.toSpliced(index, 1))
}

export function changeExpectation(
  test: TestcaseRecord,
  at: number,
  { index, expectation }: Readonly<{ index: number; expectation: Expectation }>,
): TestcaseRecord {
  return changeExpected(test, at, expected =>
    index < expected.length ? expected.with(index, expectation) : expected,
  )
}

/** Messages are expected in their order, so that it has to be possible to change it. */
export function moveExpectation(
  test: TestcaseRecord,
  at: number,
  { index, by }: Readonly<{ index: number; by: number }>,
): TestcaseRecord {
  return changeExpected(test, at, expected => moved(expected, index, by))
}

function changeExpected(
  test: TestcaseRecord,
  at: number,
  change: (expected: Expectation[]) => Expectation[],
): TestcaseRecord {
  const step = test.steps[at]
  return step ? changeStep(test, at, { expected: change(step.expected) }) : test
}

function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const thing = list[at]
  const to = at + by
  if (thing === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, thing)
}
