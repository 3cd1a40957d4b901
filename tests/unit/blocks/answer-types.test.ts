import { describe, expect, test } from 'vitest'
import {
  ANSWER_TYPES,
  readAmount,
  readAnswer,
  readDate,
  readNumber,
  readTime,
} from '../../../src-shared/blocks/answer-types.ts'
import { cpuMsOf } from '../../cpu-time.ts'
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

describe('times as people write them (requirements.md NHN-17)', () => {
  test.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['14h30', '14:30'],
    ['14h', '14:00'],
    ['14 h 30 min', '14:30'],
    ['14.30', '14:30'],
    ['2:30 pm', '14:30'],
    ['2 PM', '14:00'],
    ['12 a.m.', '00:00'],
    ['12:15pm', '12:15'],
    ['١٤:٣٠', '14:30'],
    ['0:00', '00:00'],
    ['24:00', null],
    ['14:60', null],
    ['13 pm', null],
    ['0 am', null],
    ['14', null],
    ['14:', null],
    ['noon', null],
    ['14:30:15', null],
    ['', null],
  ])('%j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })
})

describe('amounts of money as people write them (requirements.md NHN-17)', () => {
  test.each([
    ['12.50', 'en', 12.5],
    ['$1,234.50', 'en', 1234.5],
    ['US$ 10', 'en', 10],
    ['USD 10', 'en', 10],
    ['10 usd', 'en', 10],
    ['10€', 'en', 10],
    ['R$ 1.234,50', 'pt-BR', 1234.5],
    ['R$10', 'pt-BR', 10],
    ['1 234,50 €', 'es', 1234.5],
    ['1.234', 'pt-BR', 1234],
    ['-5', 'en', -5],
    ['KWD 1.234', 'en', 1.234],
    ['٥٠', 'en', 50],
    ['1.23456', 'en', null],
    ['$', 'en', null],
    ['$$5', 'en', null],
    ['five', 'en', null],
    ['5 apples', 'en', null],
    ['', 'en', null],
    [`$${'9'.repeat(60)}`, 'en', null],
  ])('%j in %s is %j', (typed, locale, amount) => {
    expect(readAmount(typed, locale)).toBe(amount)
  })
})

describe.each(ANSWER_TYPES)('the answer type %s', answer => {
  test('reads any text at once, into a value or nothing', () => {
    const ms = cpuMsOf(() => {
      for (const text of HOSTILE_TEXTS)
        expect(['string', 'number', 'object']).toContain(
          typeof readAnswer(text, { ...ANY, answer }, { locale: 'en', country: 'BR', now: 0 }),
        )
    })
    expect(ms).toBeLessThan(1000)
  })
})
