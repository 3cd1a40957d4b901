import { describe, expect, test } from 'vitest'
import { ANSWER_TYPES, readAnswer, readDate, readNumber } from '../../../src-shared/blocks/answer-types.ts'
import { HOSTILE_TEXTS } from '../runtime/arbitrary-bot.ts'

const ANY = { min: null, max: null, earliest: null, latest: null }

describe('numbers as people write them (requirements.md NHN-17)', () => {
  test.each([
    ['12', 'en', 12],
    ['007', 'en', 7],
    ['-3', 'en', -3],
    ['+4', 'en', 4],
    ['1,234', 'en', 1234],
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'pt-BR', 1234.5],
    ['1.234', 'pt-BR', 1234],
    ['1.5', 'pt-BR', 1.5],
    ['2,5', 'pt-BR', 2.5],
    ['1 234', 'pt-BR', 1234],
    ['٣٤', 'en', 34],
    ['१२', 'en', 12],
    ['１２', 'en', 12],
    ['1.2.3', 'en', null],
    ['12,5,5', 'en', null],
    ['1e3', 'en', null],
    ['0x10', 'en', null],
    ['NaN', 'en', null],
    ['Infinity', 'en', null],
    ['two', 'en', null],
    ['', 'en', null],
    ['9'.repeat(16), 'en', null],
  ])('%j in %s is %j', (typed, locale, number) => {
    expect(readNumber(typed, locale)).toBe(number)
  })
})

describe('dates as people write them', () => {
  test.each([
    ['2026-03-01', 'en', '2026-03-01'],
    ['2026-3-1', 'en', '2026-03-01'],
    ['3/1/2026', 'en', '2026-03-01'],
    ['1/3/2026', 'pt-BR', '2026-03-01'],
    ['01.03.26', 'pt-BR', '2026-03-01'],
    ['1/3/85', 'pt-BR', '1985-03-01'],
    ['29/02/2028', 'pt-BR', '2028-02-29'],
    ['29/02/2026', 'pt-BR', null],
    ['13/13/2026', 'en', null],
    ['tomorrow', 'en', null],
    ['2026', 'en', null],
    ['', 'en', null],
  ])('%j in %s is %j', (typed, locale, date) => {
    expect(readDate(typed, { locale })).toBe(date)
  })
})

describe.each(ANSWER_TYPES)('the answer type %s', answer => {
  test('reads any text at once, into a value or nothing', () => {
    const begun = performance.now()
    for (const text of HOSTILE_TEXTS)
      expect(['string', 'number', 'object']).toContain(
        typeof readAnswer(text, { ...ANY, answer }, { locale: 'en', country: 'BR', now: 0 }),
      )
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
