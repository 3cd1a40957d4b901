import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MenuOption, pasteOptions } from '../../../src-renderer/blocks/paste-options.ts'
import { searchChoices } from '../../../src-renderer/inspector/fields/choices.ts'
import { withLocale } from '../../../src-renderer/inspector/fields/localized-change.ts'
import { landingIndex, moveItem } from '../../../src-renderer/inspector/fields/move-item.ts'
import { pastedLines, wordsOf } from '../../../src-renderer/inspector/fields/paste-lines.ts'
import { freeName, variableNameFrom } from '../../../src-renderer/inspector/fields/variable-name-from.ts'
import { linesOf, listFrom } from '../../../src-renderer/panels/typed-value.ts'
import { MAX_OPTIONS } from '../../../src-shared/blocks/option-fields.ts'
import { variableNameSchema } from '../../../src-shared/document/records.ts'

describe('reordering', () => {
  test('moves one item and keeps the others in order', () => {
    expect(moveItem(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moveItem(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
  })

  test('beyond the ends changes nothing', () => {
    const list = ['a', 'b']
    expect(moveItem(list, 0, -1)).toBe(list)
    expect(moveItem(list, 1, 2)).toBe(list)
  })

  test('law: moving there and back is nothing, seed 7', () =>
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length]
        expect(moveItem(moveItem(list, from, to), to, from)).toEqual(list)
      }),
      { seed: 7 },
    ))

  test('a dragged row lands behind the rows whose middle it has passed', () => {
    const middles = [10, 30, 50]
    expect(landingIndex(middles, 0, 35)).toBe(1)
    expect(landingIndex(middles, 0, 60)).toBe(2)
    expect(landingIndex(middles, 2, 5)).toBe(0)
    expect(landingIndex(middles, 1, 30)).toBe(1)
  })
})

describe('pasted lines with words', () => {
  test('what follows a semicolon is also understood', () => {
    const pasted = pasteOptions({
      options: [{ id: 'o1', label: { en: '' }, synonyms: {} }],
      at: 0,
      lines: ['Book; reserve, appointment', 'Hours', '; odd'],
      locale: 'en',
      newId: () => 'n',
    })
    expect(pasted.options.map(({ label, synonyms }) => [label.en, synonyms.en])).toEqual([
      ['Book', ['reserve', 'appointment']],
      ['Hours', undefined],
      ['; odd', undefined],
    ])
  })
})

describe('pasting a list into an option (menus, issue 2 item 5)', () => {
  test('takes numbers, bullets, empty lines and line ends of every system away', () =>
    expect(pastedLines('1. Book\r\n2) Opening hours\n\n- Talk to us\r• Prices ')).toEqual([
      'Book',
      'Opening hours',
      'Talk to us',
      'Prices',
    ]))

  test('leaves a single line to the field', () => {
    expect(pastedLines('Book an appointment\n')).toBeNull()
    expect(pastedLines('')).toBeNull()
  })

  let number = 0
  const newId = () => `n${number++}`
  const option = (label: string): MenuOption => ({
    id: `opt_${label || 'empty'}`,
    label: { en: label },
    synonyms: {},
  })
  const labels = (options: readonly MenuOption[]) => options.map(({ label }) => label.en)

  test('an empty option takes the first line and keeps its id, so its edge stays', () => {
    const pasted = pasteOptions({
      options: [option(''), option('z')],
      at: 0,
      lines: ['a', 'b'],
      locale: 'en',
      newId,
    })
    expect(labels(pasted.options)).toEqual(['a', 'b', 'z'])
    expect(pasted.options[0]?.id).toBe('opt_empty')
  })

  test('after a written option the lines follow', () => {
    const pasted = pasteOptions({
      options: [option('x'), option('z')],
      at: 0,
      lines: ['a', 'b'],
      locale: 'en',
      newId,
    })
    expect(labels(pasted.options)).toEqual(['x', 'a', 'b', 'z'])
  })

  test('says how many lines found no room', () => {
    const lines = Array.from({ length: 150 }, (_, at) => `line ${at}`)
    const pasted = pasteOptions({ options: [option('x')], at: 0, lines, locale: 'en', newId })
    expect(pasted.options).toHaveLength(MAX_OPTIONS)
    expect(pasted.left).toBe(51)
  })
})

describe('small texts', () => {
  test('synonyms are words between commas, each once', () =>
    expect(wordsOf(' book , appointment;book,,make  a date ')).toEqual([
      'book',
      'appointment',
      'make a date',
    ]))

  test('an emptied translation falls back to the first language (NHN-22)', () => {
    expect(withLocale({ en: 'Hi', pt: 'Oi' }, 'pt', '', ['en', 'pt'])).toEqual({ en: 'Hi' })
    expect(withLocale({ en: 'Hi', pt: 'Oi' }, 'en', '', ['en', 'pt'])).toEqual({ en: '', pt: 'Oi' })
  })

  test('names of variables are made of what was typed (KAR-13)', () => {
    expect(variableNameFrom('order total')).toBe('ORDER_TOTAL')
    expect(variableNameFrom('  2. Endereço do cliente ')).toBe('ENDERECO_DO_CLIENTE')
    expect(variableNameFrom('名前')).toBe('')
  })

  test('law: a name made of anything is one, or nothing, seed 11', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), typed => {
        const name = variableNameFrom(typed)
        expect(name === '' || variableNameSchema.safeParse(name).success).toBe(true)
      }),
      { seed: 11 },
    ))

  test('a taken name gets the next free number, and never more than 64 characters', () => {
    const taken = new Set(['AGE', 'AGE_2', 'X'.repeat(64)])
    expect(freeName('AGE', name => taken.has(name))).toBe('AGE_3')
    expect(freeName('X'.repeat(64), name => taken.has(name))).toHaveLength(64)
  })

  test('lists are lines; what is written as a number is one', () => {
    expect(listFrom('red\n\n 12 \n007\n1.50')).toEqual(['red', 12, '007', '1.50'])
    expect(listFrom(' \n')).toBeNull()
    expect(listFrom(linesOf(['red', 12]))).toEqual(['red', 12])
  })

  test('choices are found by words in any order, without accents', () => {
    const groups = [{ group: 'Main', items: [{ value: '1', label: 'Saudação', hint: 'Olá, João' }] }]
    expect(searchChoices(groups, 'joao saud')).toHaveLength(1)
    expect(searchChoices(groups, 'maria')).toEqual([])
  })

  test('a label that begins with what was typed comes first', () => {
    const items = ['Send location', 'Ask', 'End'].map(label => ({ value: label, label, hint: 'the end' }))
    const [group] = searchChoices([{ group: null, items }], 'end')
    expect(group?.items.map(({ label }) => label)).toEqual(['End', 'Send location', 'Ask'])
  })
})
