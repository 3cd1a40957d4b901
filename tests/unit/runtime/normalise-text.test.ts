import { describe, expect, test } from 'vitest'
import { normaliseText } from '../../../src-shared/runtime/normalise-text.ts'
import { cpuMsOf } from '../../cpu-time.ts'
import { HOSTILE_TEXTS } from './arbitrary-bot.ts'

describe('texts as keywords and labels are compared (requirements.md NHN-28, NHN-06)', () => {
  test.each([
    ['hi', 'hi'],
    [' HI! ', 'hi'],
    ['Hi 👋', 'hi'],
    ['«Olá»', 'olá'],
    ['talk  to\tme', 'talk to me'],
    ['Ｈｉ', 'hi'],
    ['#MENU', '#menu'],
    ['#', '#'],
    ['!!!', '!!!'],
    ['👋', '👋'],
    ['1️⃣', '1'],
    ['٢', '2'],
    ['२.', '2'],
    ['"2"', '2'],
    ['1.5', '1.5'],
    ['e-mail', 'e-mail'],
    ['İ', 'i̇'],
    ['', ''],
    ['   ', ''],
  ])('%j is %j', (text, normal) => {
    expect(normaliseText(text)).toBe(normal)
  })

  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 20), text]))('normal stays normal: %j', (_, text) => {
    const once = normaliseText(text)
    expect(normaliseText(once)).toBe(once)
  })

  test('a megabyte of anything takes no time to speak of', () => {
    const ms = cpuMsOf(() => {
      for (const unit of ['x', ' ', '!', '👋', '(', 'a!']) normaliseText(unit.repeat(200_000))
    })
    expect(ms).toBeLessThan(2000)
  })
})
