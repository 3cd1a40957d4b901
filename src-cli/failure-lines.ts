import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { BlockId } from '../src-shared/document/ids.ts'
import type { TestcaseRecord, TestStep } from '../src-shared/document/testcase.ts'
import { assertNever } from '../src-shared/kit/assert-never.ts'
import type { Difference } from '../src-shared/testing/compare-step.ts'
import { placeOf } from './issue-lines.ts'
import { safe } from './message-lines.ts'

/** What went another way in a test: the step, what was expected, and what came. */
export function failureLines(
  document: BotDocument,
  { steps }: TestcaseRecord,
  failedAt: number,
  difference: Difference,
): readonly string[] {
  const step = steps[failedAt]
  const lines = [`step ${failedAt + 1}${step ? `, ${inputWords(step)}` : ''}`, ...told(document, difference)]
  return lines.map(safe)
}

function inputWords({ input }: TestStep): string {
  return input.type === 'message' ? `“${input.text}”` : input.type
}

function told(document: BotDocument, difference: Difference): readonly string[] {
  switch (difference.is) {
    case 'message':
      return pair(wantedWords(difference), textWords(difference.actual))
    case 'options':
      return pair(`options ${difference.expected.join(' | ')}`, `options ${difference.actual.join(' | ')}`)
    case 'variable': {
      const { name, expected, actual } = difference
      return pair(`${name} = ${JSON.stringify(expected)}`, `${name} = ${JSON.stringify(actual)}`)
    }
    case 'block':
      return pair(`${placeOf(document, difference.block)} runs`, 'it did not')
    case 'state':
      return pair(stateWords(document, difference.expected), stateWords(document, difference.actual))
    case 'handover':
      return pair(
        handoverWords(difference.expected),
        difference.actual === null ? 'nobody was asked' : handoverWords(difference.actual || null),
      )
    default:
      return assertNever(difference)
  }
}

function wantedWords({ expected, fit }: Extract<Difference, { is: 'message' }>): string {
  if (fit === 'any') return 'a message'
  return fit === 'contains' ? `a message with ${textWords(expected)}` : textWords(expected)
}

function handoverWords(skill: string | null): string {
  return skill === null ? 'a person is asked' : `a person is asked, ${skill}`
}

function pair(expected: string, actual: string): readonly string[] {
  return [`expected: ${expected}`, `actual:   ${actual}`]
}

function textWords(text: string | null): string {
  return text === null ? 'no message' : `“${text.replaceAll('\n', '⏎')}”`
}

function stateWords(
  document: BotDocument,
  { state, block }: { state: string; block: BlockId | null },
): string {
  return block === null ? state : `${state} at ${placeOf(document, block)}`
}
