import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'
import type { Channel } from '../../../src-shared/document/settings.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { ChangeSet } from '../../../src-shared/edit/changes.ts'
import { type Changes, reverseChanges, squashChanges } from '../../../src-shared/edit/edit.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { createLinter } from '../../../src-shared/lint/linter.ts'
import { missingFields } from '../../../src-shared/lint/mandatory-fields.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import { pick, randomBots, randomRecords } from '../edit/random-bot.ts'
import { changesOf, type Gesture, gestures } from '../edit/random-edits.ts'
import { copyOf, counter } from '../edit/snapshot.ts'
import { pathRecords } from './path-bots.ts'

const SEEDS = [3, 314159, 20261121] as const

const steps = fc.record({
  gesture: gestures,
  exchanges: fc.boolean(),
  checks: fc.integer({ min: 0, max: 2 }).map(number => number > 0),
})

const swaps = steps.map(step => ({ ...step, exchanges: true, checks: true }))

type Step = Readonly<{ gesture: Gesture; exchanges: boolean; checks: boolean }>

/** Makes the edits of the steps, and asks a linter that knows of them and one that sees the bot for the first time. */
function sameAsFresh(
  records: readonly BotDocRecord[],
  others: readonly BotDocRecord[],
  all: readonly Step[],
): void {
  const document = BotDocument.of(records)
  const linter = createLinter()
  const newId = counter('new')
  let since: Changes[] = []
  const same = () => {
    expect(linter.check(document, squashChanges(since))).toEqual(lint(document))
    since = []
  }
  same()
  for (const { gesture, exchanges, checks } of all) {
    const changes = exchanges ? exchange(document, others, gesture) : changesOf(document, gesture, newId)
    if (applyChanges(document, changes).ok) since.push(changes)
    const back = reverseChanges(changes)
    if (gesture.c % 4 === 0 && applyChanges(document, back).ok) since.push(back)
    if (checks) same()
  }
  same()
}

/** A record of another bot instead of the one with its id, a record taken away, or other settings. */
function exchange(document: BotDocument, others: readonly BotDocRecord[], { a, b, c }: Gesture): Changes {
  const set = new ChangeSet(document)
  const gone = pick([...document.values()], a + b)
  const { bot } = document
  if (c % 5 === 0) {
    const channels: Channel[] = a % 2 === 0 ? ['whatsapp'] : ['web', 'sms']
    return set.put({ ...bot, settings: { channels } }).done()
  }
  if (c % 5 === 1 && gone) return set.drop(gone.id).done()
  const other = pick(others, a + b * 7)
  return other ? set.put(other).done() : {}
}

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

  test('the checks with a memory say what those without say, after any edits and undos between two checks', () => {
    fc.assert(
      fc.property(randomRecords, randomRecords, fc.array(steps, { maxLength: 16 }), (records, others, all) =>
        sameAsFresh(records, others, all),
      ),
      { seed, numRuns: 250 },
    )
  })

  test('the same for bots that are all paths: circles, calls, jumps and delays', () => {
    fc.assert(
      fc.property(pathRecords, pathRecords, fc.array(swaps, { maxLength: 20 }), (records, others, all) =>
        sameAsFresh(records, others, all),
      ),
      { seed, numRuns: 700 },
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
