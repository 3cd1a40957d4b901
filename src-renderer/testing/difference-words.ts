import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import { assertNever } from '../../src-shared/kit/assert-never.ts'
import type { Difference } from '../../src-shared/testing/compare-step.ts'
import { nameOfBlock } from '../simulator/name-of-block.ts'

/** What is not as a test expects it: what was expected, and what happened. */
export type DifferenceWords = Readonly<{ expected: string; actual: string }>

export function differenceWords(
  t: TFunction,
  document: BotDocument,
  difference: Difference,
): DifferenceWords {
  switch (difference.is) {
    case 'message':
      return {
        expected: wantedWords(t, difference),
        actual: difference.actual ?? t('tests.difference.nothing'),
      }
    case 'options':
      return {
        expected: listed(t, difference.expected),
        actual: listed(t, difference.actual),
      }
    case 'variable': {
      const value = (of: typeof difference.actual) =>
        t('tests.difference.value', { name: difference.name, value: formatValue(of) })
      return { expected: value(difference.expected), actual: value(difference.actual) }
    }
    case 'block': {
      const block = nameOfBlock(t, document, difference.block)
      return {
        expected: t('tests.difference.runs', { block }),
        actual: t('tests.difference.runsNot', { block }),
      }
    }
    case 'state':
      return {
        expected: stateWords(t, document, difference.expected),
        actual: stateWords(t, document, difference.actual),
      }
    case 'handover':
      return {
        expected: handoverWords(t, difference.expected),
        actual:
          difference.actual === null
            ? t('tests.difference.noHandover')
            : handoverWords(t, difference.actual || null),
      }
    default:
      return assertNever(difference)
  }
}

function wantedWords(t: TFunction, { expected, fit }: Extract<Difference, { is: 'message' }>): string {
  if (fit === 'any') return t('tests.difference.anyMessage')
  if (fit === 'contains') return t('tests.difference.contains', { text: expected })
  return expected ?? t('tests.difference.nothing')
}

function handoverWords(t: TFunction, skill: string | null): string {
  return skill ? t('tests.difference.handoverFor', { skill }) : t('tests.difference.handover')
}

function listed(t: TFunction, labels: readonly string[]): string {
  if (labels.length === 0) return t('tests.difference.noOptions')
  return t('tests.difference.options', { labels: labels.join(' · ') })
}

type State = Extract<Difference, { is: 'state' }>['actual']

function stateWords(t: TFunction, document: BotDocument, { state, block }: State): string {
  if (state === 'open' && block)
    return t('tests.difference.waits', { block: nameOfBlock(t, document, block as BlockId) })
  return t(`tests.difference.state.${state}`)
}
