import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import type { TestRun } from '../../src-shared/testing/run-testcase.ts'
import { turnTitle } from '../simulator/turn-title.ts'
import { differenceWords } from './difference-words.ts'
import own from './tests.module.css'

type Props = Readonly<{ document: BotDocument; run: TestRun; test: TestcaseRecord }>

/** The first step of a test that went otherwise, what was expected of it and what came of it. */
export function TestDifference({ document, run, test }: Props) {
  const { t } = useTranslation()
  const { failedAt } = run
  const difference = failedAt === null ? null : run.differences[failedAt]
  const turn = failedAt === null ? undefined : run.simulation.turns[failedAt]
  if (failedAt === null || !difference || !turn) return null
  const { expected, actual } = differenceWords(t, document, difference)
  return (
    <div className={own.difference}>
      <p>
        {t('tests.difference.at', {
          number: failedAt + 1,
          count: test.steps.length,
          text: turnTitle(t, document, turn),
        })}
      </p>
      <dl>
        <dt>{t('tests.difference.expected')}</dt>
        <dd dir="auto">{expected}</dd>
        <dt>{t('tests.difference.actual')}</dt>
        <dd dir="auto">{actual}</dd>
      </dl>
    </div>
  )
}
