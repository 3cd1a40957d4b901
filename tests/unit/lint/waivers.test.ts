import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { takeBackWaiver, waiveIssue, withoutWaived } from '../../../src-shared/lint/waivers.ts'
import { healthyBot, say } from '../document/draft-bot.ts'
import { counter, snapshot } from '../edit/snapshot.ts'

const BY = { reason: 'The campaign begins in May', author: 'ana', at: 1000 }
const seed = 20_261_121

/** A bot with an error, a warning and a hint or two. */
function flawed(): BotDocument {
  return healthyBot().variable('X').intent('visit').block('lost', 'message', say('')).document()
}

function checked(document: BotDocument) {
  return withoutWaived(lint(document), document.all('waiver'))
}

describe('ignoring a finding', () => {
  test('keeps it apart with its reason, until it is taken back', () => {
    const document = flawed()
    const before = snapshot(document)
    const issue = lint(document).find(({ code }) => code === 'intent/unused')
    if (!issue) throw new Error('the intent is used')
    const changes = waiveIssue(document, issue, BY, counter())
    expect(changes.ok && applyChanges(document, changes.value).ok).toBe(true)
    const [only] = checked(document).ignored
    expect(only).toMatchObject({ issue, waiver: { ...BY, code: 'intent/unused', path: 'entry' } })
    expect(checked(document).issues).toEqual(lint(document).filter(({ code }) => code !== 'intent/unused'))
    expect(applyChanges(document, takeBackWaiver(document, only?.waiver.id as never)).ok).toBe(true)
    expect(snapshot(document)).toBe(before)
  })

  test('needs a reason, and is not for errors', () => {
    const document = flawed()
    const [error] = lint(document)
    const hint = lint(document).at(-1)
    if (!error || !hint) throw new Error('nothing found')
    expect(waiveIssue(document, error, BY, counter())).toMatchObject({ code: 'waiver/of-error' })
    expect(waiveIssue(document, hint, { ...BY, reason: ' ' }, counter())).toMatchObject({
      code: 'waiver/without-reason',
    })
  })

  test('twice gives one waiver with the last reason', () => {
    const document = flawed()
    const issue = lint(document).at(-1)
    if (!issue) throw new Error('nothing found')
    for (const reason of ['first', 'second']) {
      const changes = waiveIssue(document, issue, { ...BY, reason }, counter())
      if (changes.ok) applyChanges(document, changes.value)
    }
    expect([...document.all('waiver')].map(({ reason }) => reason)).toEqual(['second'])
  })

  test('loses nothing, never hides an error, and an undo of it is identity', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), picks => {
        const document = flawed()
        const before = snapshot(document)
        const all = lint(document)
        const wanted = all.filter(() => picks.next().value)
        const newId = counter()
        const made = wanted.flatMap(issue => {
          const changes = waiveIssue(document, issue, BY, newId)
          return changes.ok && applyChanges(document, changes.value).ok ? [changes.value] : []
        })
        const { issues, ignored } = checked(document)
        expect(new Set([...issues, ...ignored.map(({ issue }) => issue)])).toEqual(new Set(all))
        expect(ignored.every(({ issue }) => issue.severity !== 'error')).toBe(true)
        for (const issue of wanted.filter(({ severity }) => severity !== 'error'))
          expect(issues).not.toContainEqual(issue)
        for (const changes of made.toReversed()) applyChanges(document, reverseChanges(changes))
        expect(snapshot(document)).toBe(before)
      }),
      { seed, numRuns: 60 },
    )
  })
})
