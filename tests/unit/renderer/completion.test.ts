import { describe, expect, test } from 'vitest'
import {
  applySuggestion,
  completeFormula,
  completeTemplate,
  insertPlace,
  type Suggestion,
} from '../../../src-renderer/inspector/fields/completion.ts'
import { listStep } from '../../../src-renderer/inspector/fields/list-step.ts'

function variable(name: string): Suggestion {
  return { kind: 'variable', name, detail: 'text', summary: '' }
}

const ROUND: Suggestion = {
  kind: 'function',
  name: 'ROUND',
  detail: 'ROUND(value, digits?)',
  summary: 'Rounds.',
}
const KNOWN = [variable('CUSTOMER_NAME'), variable('ORDER_TOTAL'), variable('TOTAL'), ROUND]

/** A text with its caret written as `^`. */
function at(marked: string, forced = false) {
  return { text: marked.replace('^', ''), caret: marked.indexOf('^'), known: KNOWN, forced }
}

function names(completion: ReturnType<typeof completeFormula>): readonly string[] {
  return completion?.suggestions.map(({ name }) => name) ?? []
}

describe('suggestions in a formula', () => {
  for (const [says, marked, expected] of [
    ['names that begin with the word come first', 'TOT^', ['TOTAL', 'ORDER_TOTAL']],
    ['case does not matter', '1 + tot^', ['TOTAL', 'ORDER_TOTAL']],
    ['functions are suggested too', 'rou^', ['ROUND']],
    ['nothing before a letter is typed', '1 + ^', []],
    ['nothing inside quoted text', '"tot^', []],
    ['after quoted text again', '"a" + tot^', ['TOTAL', 'ORDER_TOTAL']],
    ['an escaped quote does not end a text', '"a\\" tot^', []],
    ['nothing in a number', '12e^', []],
    ['nothing once the only name is complete', 'CUSTOMER_NAME^', []],
    ['nothing fits', 'XYZ^', []],
  ] as const)
    test(says, () => expect(names(completeFormula(at(marked)))).toEqual(expected))

  test('all names when asked for', () => expect(names(completeFormula(at('1 + ^', true)))).toHaveLength(4))
})

describe('suggestions in a text', () => {
  for (const [says, marked, expected] of [
    ['nothing outside the braces', 'TOT^', []],
    ['everything right after two braces', 'Hi {{^', ['CUSTOMER_NAME', 'ORDER_TOTAL', 'TOTAL', 'ROUND']],
    ['by the word in the braces', 'Hi {{cus^}}!', ['CUSTOMER_NAME']],
    ['nothing after the braces', 'Hi {{TOTAL}} tot^', []],
    ['nothing in the fallback', 'Hi {{CUSTOMER_NAME|cus^}}', []],
    ['after an or', '{{ TOTAL || cus^ }}', ['CUSTOMER_NAME']],
    ['nothing on another line', 'Hi {{\ncus^', []],
  ] as const)
    test(says, () => expect(names(completeTemplate(at(marked)))).toEqual(expected))
})

describe('taking a suggestion', () => {
  for (const [says, marked, suggestion, expected] of [
    ['closes the braces', 'Hi {{cus^', KNOWN[0], 'Hi {{CUSTOMER_NAME}}^'],
    ['keeps what follows an open place', 'Hi {{cus^ and bye', KNOWN[0], 'Hi {{CUSTOMER_NAME}}^ and bye'],
    ['leaves a closed place', 'Hi {{cus^}}!', KNOWN[0], 'Hi {{CUSTOMER_NAME}}^!'],
    ['puts the caret between the brackets of a function', '{{rou^}}', ROUND, '{{ROUND(^)}}'],
    ['replaces the whole word', '{{cus^tomer}}', KNOWN[0], '{{CUSTOMER_NAME}}^'],
  ] as const)
    test(says, () => {
      const asked = at(marked)
      const completion = completeTemplate(asked)
      if (!completion || !suggestion) throw new Error('nothing is suggested')
      const { text, caret } = applySuggestion(asked.text, completion, suggestion)
      expect(`${text.slice(0, caret)}^${text.slice(caret)}`).toBe(expected)
    })

  test('in a formula keeps the brackets that are there', () => {
    const asked = at('rou^(1.5)')
    const completion = completeFormula(asked)
    if (!completion) throw new Error('nothing is suggested')
    expect(applySuggestion(asked.text, completion, ROUND)).toEqual({ text: 'ROUND(1.5)', caret: 6 })
  })

  test('the button writes a place over the selection', () =>
    expect(insertPlace('Hi you!', { start: 3, end: 6 }, 'TOTAL')).toEqual({
      text: 'Hi {{TOTAL}}!',
      caret: 12,
    }))
})

describe('keys in a list', () => {
  for (const [key, active, expected] of [
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['Enter', 1, 'take'],
    ['Tab', 1, 'take'],
    ['Escape', 1, 'close'],
    ['a', 1, null],
  ] as const)
    test(`${key} at ${active} of 3`, () => expect(listStep(key, active, 3)).toBe(expected))
})
