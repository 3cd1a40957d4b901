import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord, TestStep } from '../../src-shared/document/testcase.ts'
import { addExpectation, changeStep } from '../../src-shared/edit/edit-test.ts'
import { expectedOf } from '../../src-shared/testing/record-testcase.ts'
import type { TestRun } from '../../src-shared/testing/run-testcase.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { changeTest } from './change-test.ts'
import { ExpectationFields, newExpectation } from './expectation-fields.tsx'
import { StepInput } from './step-input.tsx'
import { StepWorld } from './step-world.tsx'
import { TestDifference } from './test-difference.tsx'
import own from './tests.module.css'

type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  step: TestStep
  at: number
  run: TestRun | null
}>

/** What happens in a step, in which world, and what is expected of it. */
export function StepForm({ document, test, step, at, run }: Props) {
  const { t } = useTranslation()
  const turn = run?.simulation.turns[at]
  const offered = (run?.simulation.turns[at - 1]?.events ?? []).flatMap(event =>
    event.type === 'messageSent' ? (event.options ?? []) : [],
  )
  const change = (part: Partial<TestStep>) => changeTest(test.id, present => changeStep(present, at, part))
  return (
    <>
      <StepInput document={document} test={test} step={step} at={at} offered={offered} />
      <StepWorld document={document} test={test} step={step} at={at} />
      <ChoiceSelect
        label={t('tests.match')}
        value={step.match}
        options={(['loose', 'exact'] as const).map(value => ({ value, label: t(`tests.matches.${value}`) }))}
        onPick={match => change({ match })}
      />
      {step.expected.map((expectation, index) => (
        <ExpectationFields
          // biome-ignore lint/suspicious/noArrayIndexKey: expectations are told apart by their order
          key={index}
          document={document}
          test={test}
          place={{ at, index, count: step.expected.length }}
          expectation={expectation}
        />
      ))}
      {run?.differences[at] && (
        <TestDifference document={document} run={{ ...run, failedAt: at }} test={test} />
      )}
      <div className={own.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            changeTest(test.id, present => addExpectation(present, at, newExpectation('message')))
          }
        >
          {t('tests.expect.add')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!turn}
          onClick={() => turn && change({ expected: expectedOf(turn) })}
        >
          {t('tests.expect.takeOver')}
        </Button>
      </div>
    </>
  )
}
