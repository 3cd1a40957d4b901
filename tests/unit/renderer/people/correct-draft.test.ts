import { expect, test } from 'vitest'
import {
  type CorrectDraft,
  correctDraft,
  correctionOf,
  correctProblems,
} from '../../../../src-renderer/people/correct-draft.ts'
import type { BotId } from '../../../../src-shared/document/ids.ts'
import { type PersonView, rectifyRequestSchema } from '../../../../src-shared/publish/contact-protocol.ts'

const bot = 'bot_shop' as BotId
const value = (name: string, type: string, of: unknown, isSecret = false) => ({
  ...{ name, type, value: of, isSecret },
})

const PERSON = {
  ...{ contact: 'web:abc', at: 1, name: 'Kerry', number: 'web:abc', addresses: [], consents: [] },
  ...{ records: {}, files: 0, hold: null, restriction: null },
  conversations: [
    {
      ...{ bot, botName: 'Shop', contact: 'web:abc', state: 'open', messages: 2, heardAt: null },
      values: [
        value('AGE', 'number', 41),
        value('BORN', 'date', null),
        value('LIKES', 'list', ['tea', 'rum']),
        value('MEMBER', 'boolean', true),
        value('PIN', 'text', null, true),
      ],
    },
  ],
} as PersonView

const AT = `${bot}/web:abc`
const EMPTY = correctDraft(PERSON)
const typed = (values: Readonly<Record<string, string>>): CorrectDraft => ({
  ...EMPTY,
  values: { ...EMPTY.values, ...values },
})

test('the draft has what is kept, without secrets, and no contact for a number', () => {
  expect(EMPTY).toEqual({
    name: 'Kerry',
    number: '',
    values: {
      [`${AT}/AGE`]: '41',
      [`${AT}/BORN`]: '',
      [`${AT}/LIKES`]: 'tea\nrum',
      [`${AT}/MEMBER`]: 'true',
    },
  })
  expect(correctionOf(PERSON, EMPTY)).toBeNull()
  expect(correctProblems(PERSON, EMPTY)).toEqual({})
})

test('only what is different is corrected, each in its type (requirements.md NHN-144)', () => {
  const draft = {
    ...typed({
      ...{ [`${AT}/AGE`]: '', [`${AT}/BORN`]: '1990-02-01' },
      ...{ [`${AT}/LIKES`]: 'tea\n\nmilk', [`${AT}/MEMBER`]: 'false' },
    }),
    name: ' Kerry Fisher ',
  }
  const correction = correctionOf(PERSON, draft)
  const of = { bot, contact: 'web:abc' }
  expect(correction).toEqual({
    name: 'Kerry Fisher',
    values: [
      { ...of, name: 'AGE', value: null },
      { ...of, name: 'BORN', value: '1990-02-01' },
      { ...of, name: 'LIKES', value: ['tea', 'milk'] },
      { ...of, name: 'MEMBER', value: false },
    ],
  })
  const request = { contact: 'web:abc', reason: 'they wrote', ...correction }
  expect(rectifyRequestSchema.safeParse(request).success).toBe(true)
})

test('what an engine would not take is said', () => {
  expect(correctProblems(PERSON, { ...typed({ [`${AT}/AGE`]: 'many' }), name: ' ' })).toEqual({
    name: 'name',
    [`${AT}/AGE`]: 'value',
  })
})
