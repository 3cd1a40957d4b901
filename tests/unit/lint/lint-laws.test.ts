import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { createLinter } from '../../../src-shared/lint/linter.ts'
import { missingFields } from '../../../src-shared/lint/mandatory-fields.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import { randomBots, randomRecords } from '../edit/random-bot.ts'
import { changesOf, gestures } from '../edit/random-edits.ts'
import { copyOf, counter } from '../edit/snapshot.ts'

const SEEDS = [3, 314159, 20261121] as const

describe.each(SEEDS)('laws of the checks, seed %i', seed => {
  test('they never throw on an accepted bot, and every place exists', () => {
    fc.assert(
      fc.property(randomBots, document => {
        for (const { record, message, code } of lint(document)) {
          expect(document.get(record), code).toBeDefined()
          expect(message).not.toMatch(/undefined|\[object/)
        }
        missingFields(document)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('every fix can be applied, and removes the finding it belongs to', () => {
    fc.assert(
      fc.property(randomBots, document => {
        for (const { fix, code, record } of lint(document)) {
          if (!fix) continue
          const mended = copyOf(document)
          expect(applyChanges(mended, fix.changes)).toMatchObject({ ok: true })
          const left = lint(mended).filter(issue => issue.code === code && issue.record === record)
          const before = lint(document).filter(issue => issue.code === code && issue.record === record)
          expect(left.length, code).toBeLessThan(before.length)
        }
      }),
      { seed, numRuns: 120 },
    )
  })

  test('the checks with a memory say what those without say, after every edit and undo', () => {
    fc.assert(
      fc.property(randomRecords, fc.array(gestures, { maxLength: 10 }), (records, all) => {
        const document = BotDocument.of(records)
        const linter = createLinter()
        const newId = counter('new')
        const same = () => expect(linter.check(document)).toEqual(lint(document))
        same()
        for (const gesture of all) {
          const changes = changesOf(document, gesture, newId)
          applyChanges(document, changes)
          same()
          if (gesture.c % 3 !== 0) continue
          applyChanges(document, reverseChanges(changes))
          same()
        }
      }),
      { seed, numRuns: 80 },
    )
  })

  test('a bot without a circle that runs by itself never reaches the limit of steps', () => {
    const loops = new Set([
      'flow/endless-loop',
      'flow/loop-without-wait',
      'flow/endless-calls',
      'flow/calls-itself',
    ])
    fc.assert(
      fc.property(
        randomBots,
        fc.array(fc.constantFrom('Hi', '1', '#MENU', 'x'), { maxLength: 6 }),
        (document, said) => {
          if (lint(document).some(({ code }) => loops.has(code))) return
          const program = compile(document, { limits: { ...DEFAULT_LIMITS, stepsPerTurn: 2000 } })
          let session = start(program, {})
          said.forEach((text, at) => {
            const world = { now: () => 0, random: () => 0, newId: counter() }
            const turn = advance(program, session, { id: `i${at}`, type: 'message', text }, world)
            session = turn.session
            expect(turn.events.filter(({ type }) => type === 'limitReached')).toEqual([])
          })
        },
      ),
      { seed, numRuns: 300 },
    )
  })
})
