import { describe, expect, test } from 'vitest'
import { addQuestions } from '../../../src-shared/edit/add-questions.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { counter, snapshot } from './snapshot.ts'

const row = (question: string, answer: string, topic = '') => ({ question, answer, topic })

describe('bringing in questions and answers (NHN-11)', () => {
  test('adds those that are new and gives the others their new answer, in one edit that can be undone', () => {
    const document = healthyBot()
      .bot({ locales: ['en', 'pt'] })
      .faq('hours', {
        questions: { en: ['When are you open?'] },
        answer: { en: '9 to 5', pt: 'Das 9 às 17' },
      })
      .document()
    const before = snapshot(document)
    const rows = [row('when  are you OPEN?', '8 to 6'), row('Where are you?', 'Recife', 'Shops')]
    const { changes, added, changed } = addQuestions(document, rows, 'en', counter())
    expect([added, changed]).toEqual([1, 1])
    expect(applyChanges(document, changes).ok).toBe(true)
    const [hours, where] = document.all('faq')
    expect(hours).toMatchObject({ answer: { en: '8 to 6', pt: 'Das 9 às 17' }, topic: '' })
    expect(where).toMatchObject({
      questions: { en: ['Where are you?'] },
      answer: { en: 'Recife' },
      topic: 'Shops',
    })
    expect(applyChanges(document, reverseChanges(changes)).ok).toBe(true)
    expect(snapshot(document)).toBe(before)
  })

  test('a question that comes twice has its last answer', () => {
    const { changes, added } = addQuestions(
      healthyBot().document(),
      [row('Where?', 'Here'), row('where?', 'There')],
      'en',
      counter(),
    )
    expect(added).toBe(1)
    expect(Object.values(changes).map(({ after }) => after)).toMatchObject([{ answer: { en: 'There' } }])
  })

  test('what is known already is no edit', () => {
    const document = healthyBot()
      .faq('a', { questions: { en: ['A?'] }, answer: { en: 'Yes' } })
      .document()
    expect(addQuestions(document, [row('A?', 'Yes')], 'en', counter())).toEqual({
      changes: {},
      added: 0,
      changed: 0,
    })
  })
})
