import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import type { TestcaseId } from '../../../src-shared/document/ids.ts'
import type { CommentRecord } from '../../../src-shared/document/records.ts'
import type { TestcaseRecord } from '../../../src-shared/document/testcase.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import {
  happen,
  presentTime,
  type Simulation,
  send,
  startSimulation,
} from '../../../src-shared/runtime/simulation.ts'
import { playConversation } from '../../../src-shared/testing/play-conversation.ts'
import { runTestcase } from '../../../src-shared/testing/run-testcase.ts'
import { openCommentsByTurn, turnToComment } from '../../../src-shared/testing/turn-comment.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { arbitraryBot, arbitraryInputs } from '../runtime/arbitrary-bot.ts'

const program = compile(loadBot('assets/samples/orders.json'))
const named = { id: 'test_new' as TestcaseId, name: 'Hi › 1', tags: [] }
const said = (...texts: readonly string[]): Simulation =>
  texts.reduce((before, text) => send(before, program, { text }), startSimulation(program))

/** What is commented on, with the test that came with it. */
function brought(simulation: Simulation, index: number): TestcaseRecord {
  const { test: made } = turnToComment([], simulation, index, named)
  if (!made) throw new Error('no test came with it')
  return made
}

const comment = (step: number, more: Partial<CommentRecord> = {}) =>
  ({ thread: null, state: 'open', place: { on: 'turn', test: 'test_new', step }, ...more }) as CommentRecord

describe('comments on turns of a conversation (issue 5, point 3)', () => {
  test('the conversation up to the turn comes along, with what was said in it', () => {
    const made = brought(said('Hi', '1', '2'), 1)
    expect(parseRecord(JSON.parse(JSON.stringify(made)))).toMatchObject({ ok: true })
    expect(made.steps.map(({ input }) => input.type === 'message' && input.text)).toEqual(['Hi', '1'])
    expect(made.steps[1]?.expected).toEqual([{ is: 'message', fit: 'any', text: expect.any(String) }])
  })

  test('the turn that was commented on may become another; what led there may not', () => {
    const made = brought(said('Hi', '1'), 1)
    const otherwise = (at: number) => ({
      ...made,
      steps: made.steps.map((step, index) =>
        index === at
          ? {
              ...step,
              expected: step.expected.map(each =>
                each.is === 'message' ? { ...each, text: 'Other' } : each,
              ),
            }
          : step,
      ),
    })
    expect(runTestcase(program, otherwise(1)).failedAt).toBeNull()
    expect(runTestcase(program, otherwise(0)).failedAt).toBe(0)
  })

  test('a conversation that the bot has already is not brought a second time', () => {
    const long = brought(said('Hi', '1', '2'), 2)
    const { place, test: again } = turnToComment([long], said('Hi', '1', '3'), 1, named)
    expect(place).toEqual({ on: 'turn', test: long.id, step: 1 })
    expect(again).toBeNull()
    expect(turnToComment([long], said('Hi', '2'), 1, named).test).not.toBeNull()
  })

  test('open comments are counted at the turns of the same conversation', () => {
    const simulation = said('Hi', '1', '2')
    const made = brought(simulation, 2)
    const comments = [
      comment(1),
      comment(1),
      comment(2, { state: 'resolved' }),
      comment(0, { thread: 'cmt_1' as CommentRecord['id'] }),
    ]
    const count = (of: Simulation) => [...openCommentsByTurn(comments, () => made, of)]
    expect(count(simulation)).toEqual([[1, 2]])
    expect(count(said('Hi', '1'))).toEqual([[1, 2]])
    expect(count(said('Hi', '2', '2'))).toEqual([])
    expect([...openCommentsByTurn(comments, () => undefined, simulation)]).toEqual([])
  })

  test('played again, every conversation is found at the turn that was commented on; seed 20_261_121', () => {
    fc.assert(
      fc.property(arbitraryBot, arbitraryInputs, fc.nat(), (document, inputs, at) => {
        fc.pre(inputs.length > 0)
        const bot = compile(document)
        const simulation = inputs.reduce(
          (before, { happening, afterMs }) =>
            happen(before, bot, happening, { at: presentTime(before) + afterMs }),
          startSimulation(bot, { seed: 7 }),
        )
        const index = at % simulation.turns.length
        const made = brought(simulation, index)
        const played = playConversation(bot, made)
        expect([...openCommentsByTurn([comment(index)], () => made, played)]).toEqual([[index, 1]])
      }),
      { seed: 20_261_121, numRuns: 60 },
    )
  })
})
