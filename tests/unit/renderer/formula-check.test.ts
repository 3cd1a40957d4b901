import { describe, expect, test } from 'vitest'
import { checkFormula, formulaType } from '../../../src-renderer/inspector/fields/formula-check.ts'
import { templateProblems, unclosedPlace } from '../../../src-renderer/inspector/fields/template-problems.ts'
import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { VariableId } from '../../../src-shared/document/ids.ts'

function documentWith() {
  let number = 0
  const document = BotDocument.of(newBot({ name: 'Casey', locale: 'en' }, () => `n${number++}`))
  const common = { type: 'variable', secret: false, description: '' } as const
  document.put({ ...common, id: 'var_total' as VariableId, name: 'TOTAL', valueType: 'number', initial: 12 })
  document.put({ ...common, id: 'var_day' as VariableId, name: 'DAY', valueType: 'date', initial: null })
  return document
}

const NOW = Date.UTC(2026, 2, 1)

describe('the check of a formula while it is typed', () => {
  const document = documentWith()
  test('gives its value on the initial values', () =>
    expect(checkFormula('TOTAL * 2', document, { now: NOW })).toEqual({ state: 'gives', value: 24 }))

  for (const [says, source, column] of [
    ['a formula that cannot be read', '1 + * 2', 5],
    ['an unknown name', '1 + TOTL', 5],
    ['a type that does not fit', 'DAY * 2', 1],
  ] as const)
    test(`says the place of ${says}`, () => {
      const checked = checkFormula(source, document, { now: NOW })
      expect(checked.state === 'wrong' && checked.problems[0]?.column).toBe(column)
    })

  test('that fails only on the initial values is not wrong', () => {
    expect(checkFormula('WEEKDAY(DAY) > 5', document, { now: NOW }).state).toBe('fails')
    expect(checkFormula('1 / (TOTAL - 12)', document, { now: NOW }).state).toBe('fails')
  })

  test('tells the type a new variable should have', () => {
    expect(formulaType('TOTAL + 1', document)).toBe('number')
    expect(formulaType('TOTAL > 1', document)).toBe('boolean')
    expect(formulaType('1 +', document)).toBeNull()
  })
})

describe('the check of a text while it is typed', () => {
  const document = documentWith()
  test('says line and column of what cannot be filled in', () => {
    const problems = templateProblems('Hello\n{{TOTAL}} and {{NOBODY}}', document)
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[2, 17]])
    expect(problems[0]?.message).toContain('NOBODY')
  })

  test('finds nothing wrong with a fallback', () =>
    expect(templateProblems('{{DAY|soon}}', document)).toEqual([]))

  test('points at braces that are not closed', () => {
    expect(unclosedPlace('Hi {{TOTAL')).toEqual({ line: 1, column: 4 })
    expect(unclosedPlace('Hi {{TOTAL}}')).toBeNull()
  })
})
