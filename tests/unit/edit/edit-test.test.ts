import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import type { BlockId, TestcaseId } from '../../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../../src-shared/document/testcase.ts'
import {
  addExpectation,
  changeExpectation,
  changeStep,
  insertStep,
  leaveSurroundings,
  moveExpectation,
  moveStep,
  newStep,
  newTestcase,
  removeExpectation,
  removeStep,
} from '../../../src-shared/edit/edit-test.ts'
import { USUAL_HOST } from '../../../src-shared/runtime/simulated-host.ts'

const BEGIN = { id: 'test_a' as TestcaseId, name: 'By hand', at: 0 }
const say = (text: string) => ({ type: 'message', text }) as const
const three = ['a', 'b', 'c'].reduce(
  (before, text) => insertStep(before, before.steps.length, newStep(say(text))),
  removeStep(insertStep(newTestcase({ ...BEGIN, input: say('x') }), 0, newStep(say('0'))), 1),
)
const texts = ({ steps }: TestcaseRecord) =>
  steps.map(({ input }) => (input.type === 'message' ? input.text : input.type)).join('')

describe('writing tests by hand (issue 5, point 6)', () => {
  test('a new test is one that Parley accepts', () => {
    expect(parseRecord(newTestcase({ ...BEGIN, input: say('Hi') })).ok).toBe(true)
  })

  test('steps are put in, moved and taken out; the last one stays', () => {
    expect(texts(three)).toBe('0abc')
    expect(texts(moveStep(three, 1, 1))).toBe('0bac')
    expect(texts(moveStep(three, 0, -1))).toBe('0abc')
    expect(texts(removeStep(three, 2))).toBe('0ac')
    const one = newTestcase({ ...BEGIN, input: say('Hi') })
    expect(removeStep(one, 0)).toBe(one)
  })

  test('the world outside changes at a step and can be left as it was', () => {
    const offline = changeStep(three, 1, { surroundings: { ...USUAL_HOST, agents: 'offline' } })
    expect(parseRecord(offline).ok).toBe(true)
    expect(leaveSurroundings(offline, 1)).toEqual(three)
  })

  test('expectations of every kind are added, changed, moved and taken out', () => {
    const kinds = [
      { is: 'message', text: 'Hello', fit: 'contains' },
      { is: 'variable', name: 'A', value: 1 },
      { is: 'block', block: 'block_a' as BlockId },
      { is: 'handover', skill: null },
    ] as const
    const all = kinds.reduce((before, each) => addExpectation(before, 1, each), three)
    expect(parseRecord(all).ok).toBe(true)
    expect(all.steps[1]?.expected).toEqual(kinds)
    const moved = moveExpectation(all, 1, { index: 0, by: 1 })
    expect(moved.steps[1]?.expected[1]).toEqual(kinds[0])
    expect(moveExpectation(moved, 1, { index: 1, by: -1 })).toEqual(all)
    const other = changeExpectation(all, 1, { index: 1, expectation: kinds[3] })
    expect(other.steps[1]?.expected[1]).toEqual(kinds[3])
    expect(removeExpectation(addExpectation(three, 1, kinds[0]), 1, 0)).toEqual(three)
  })

  for (const seed of [6, 20_260_506])
    test(`a step that is moved and moved back is where it was, and nothing else changed; seed ${seed}`, () => {
      const place = fc.nat(3)
      fc.assert(
        fc.property(place, place, (from, to) => {
          const moved = moveStep(three, from, to - from)
          expect([...texts(moved)].sort()).toEqual([...texts(three)].sort())
          expect(moveStep(moved, to, from - to)).toEqual(three)
        }),
        { seed },
      )
    })
})
