import type { CommentPlace } from '../document/comment.ts'
import type { CommentRecord } from '../document/records.ts'
import type { Expectation, TestcaseRecord } from '../document/testcase.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import type { Simulation } from '../runtime/simulation.ts'
import { type Named, recordTestcase } from './record-testcase.ts'

type TurnPlace = Extract<CommentPlace, { on: 'turn' }>

/** What a comment on a turn is pinned to; `test` is null where the bot has the conversation up to it already. */
export type TurnToComment = Readonly<{ place: TurnPlace; test: TestcaseRecord | null }>

/**
 * A turn of a tried conversation, from 0, as a comment names it: the last step of a test that says the same. What came
 * of that turn is kept to be read, and not expected: it is what the comment wants otherwise.
 */
export function turnToComment(
  tests: Iterable<TestcaseRecord>,
  simulation: Simulation,
  index: number,
  named: Omit<Named, 'match'>,
): TurnToComment {
  const until = { ...simulation, turns: simulation.turns.slice(0, index + 1) }
  const test = recordTestcase(until, { ...named, match: 'loose' })
  for (const known of tests)
    if (isSameUntil(known, test, index))
      return { place: { on: 'turn', test: known.id, step: index }, test: null }
  const steps = test.steps.map((step, at) =>
    at === index ? { ...step, expected: toRead(step.expected) } : step,
  )
  return { place: { on: 'turn', test: test.id, step: index }, test: { ...test, steps } }
}

/** What was said, in one: the reply may become fewer messages. */
function toRead(expected: readonly Expectation[]): Expectation[] {
  const said = expected.flatMap(each => (each.is === 'message' ? [each.text] : []))
  return said.length > 0 ? [{ is: 'message', text: said.join('\n\n').slice(0, 100_000), fit: 'any' }] : []
}

/** How many open comments each turn of a conversation has, by its index. */
export function openCommentsByTurn(
  comments: Iterable<CommentRecord>,
  testOf: (id: string) => TestcaseRecord | undefined,
  simulation: Simulation,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  let played: TestcaseRecord | null = null
  for (const { place, state, thread } of comments) {
    if (place.on !== 'turn' || thread !== null || state !== 'open') continue
    const test = testOf(place.test)
    if (!test || place.step >= simulation.turns.length) continue
    played ??= recordTestcase(simulation, { id: test.id, name: '', tags: [], match: 'loose' })
    if (isSameUntil(test, played, place.step)) counts.set(place.step, (counts.get(place.step) ?? 0) + 1)
  }
  return counts
}

/** Whether two conversations begin alike and the same happens in both, up to this step. */
function isSameUntil(a: TestcaseRecord, b: TestcaseRecord, index: number): boolean {
  const happens = ({ start, steps }: TestcaseRecord) =>
    canonicalJson([
      start,
      steps
        .slice(0, index + 1)
        .map(({ afterMs, input, surroundings = null }) => [afterMs, input, surroundings]),
    ])
  return a.steps.length > index && b.steps.length > index && happens(a) === happens(b)
}
