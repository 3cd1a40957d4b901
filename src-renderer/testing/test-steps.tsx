import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { MAX_TEST_STEPS, type TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { insertStep, moveStep, newStep, removeStep } from '../../src-shared/edit/edit-test.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { changeTest } from './change-test.ts'
import { usePlayedTest } from './played-test.ts'
import { StepRow } from './step-row.tsx'
import own from './tests.module.css'

type Props = Readonly<{ document: BotDocument; test: TestcaseRecord }>

/** The steps of a test in their order: opened one by one, moved, put in and taken out, also by keys. */
export function TestSteps({ document, test }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<number | null>(null)
  const run = usePlayedTest(test)
  const focus = (at: number) => focusWhenThere(`[data-step="${test.id}/${at}"]`)
  const move = (at: number, by: number) => {
    const to = at + by
    if (to < 0 || to >= test.steps.length) return
    changeTest(test.id, present => moveStep(present, at, by), 'moveStep')
    setOpened(opened === at ? to : opened === to ? at : opened)
    focus(to)
  }
  const remove = (at: number) => {
    if (test.steps.length === 1) return
    changeTest(test.id, present => removeStep(present, at), 'removeStep')
    setOpened(null)
    focus(Math.min(at, test.steps.length - 2))
  }
  const add = (at: number) => {
    const step = newStep({ type: 'message', text: '' })
    changeTest(test.id, present => insertStep(present, at, step), 'addStep')
    setOpened(at)
    focusWhenThere(`[data-step-form="${test.id}/${at}"] select`)
  }
  return (
    <section className={own.steps} aria-label={t('tests.step.list', { name: test.name })}>
      <ol>
        {test.steps.map((step, at) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the conversation
            key={at}
            document={document}
            test={test}
            step={step}
            at={at}
            run={run}
            isOpen={opened === at}
            onToggle={() => setOpened(opened === at ? null : at)}
            onMove={by => move(at, by)}
            onRemove={() => remove(at)}
            onAdd={() => add(at + 1)}
          />
        ))}
      </ol>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={test.steps.length >= MAX_TEST_STEPS}
        onClick={() => add(test.steps.length)}
      >
        {t('tests.step.add')}
      </Button>
    </section>
  )
}
