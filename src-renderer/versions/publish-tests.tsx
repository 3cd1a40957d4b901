import { Textarea } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { runTestcase } from '../../src-shared/testing/run-testcase.ts'
import { showPlace } from '../state/show-place.ts'
import { runSearch } from '../testing/run-search.ts'
import type { PublishPlan } from './publish-plan.ts'
import type { Published } from './use-published.ts'
import css from './versions.module.css'

type Failed = Readonly<{ id: TestcaseId; name: string }>

/** What came of the tests of what is to be published; nothing is played where nothing is published. */
export type PublishTests =
  | Readonly<{ state: 'idle' | 'playing' | 'none' }>
  | Readonly<{ state: 'unread'; message: string }>
  | Readonly<{ state: 'played'; count: number; failed: readonly Failed[] }>

const MOST_SHOWN = 6
/** Characters of a reason that the main process takes. */
const MOST_REASON = 500

/** Plays the tests of what a plan publishes. */
export function usePublishTests({ publishes }: PublishPlan, published: Published): PublishTests {
  const [tests, setTests] = useState<PublishTests>({ state: 'playing' })
  useEffect(() => {
    setTests({ state: publishes ? 'playing' : 'idle' })
    if (!publishes || published.state === 'reading') return
    if (published.state === 'unread') return setTests(published)
    return runSearch(playTests(published.document), { onDone: setTests })
  }, [publishes, published])
  return tests
}

function* playTests(document: BotDocument): Generator<number, PublishTests> {
  const tests = [...document.all('testcase')]
  if (tests.length === 0) return { state: 'none' }
  const program = compile(document)
  const failed: Failed[] = []
  for (const [at, test] of tests.entries()) {
    if (runTestcase(program, test).failedAt !== null) failed.push({ id: test.id, name: test.name })
    yield at
  }
  return { state: 'played', count: tests.length, failed }
}

/** Whether tests keep it from being published, unless somebody says why it is. */
export function isHeldBack(tests: PublishTests): boolean {
  return tests.state === 'played' && tests.failed.length > 0
}

type Props = Readonly<{
  tests: PublishTests
  reason: string
  onReason: (reason: string) => void
  onGo: () => void
}>

/** What the tests say, and why it is published all the same. */
export function PublishTestsPart({ tests, reason, onReason, onGo }: Props) {
  const { t } = useTranslation()
  switch (tests.state) {
    case 'idle':
      return null
    case 'playing':
    case 'none':
      return <p className={css.hint}>{t(`tests.publish.${tests.state}`)}</p>
    case 'unread':
      return <p className={css.hint}>{t('tests.publish.unread', { message: tests.message })}</p>
    case 'played': {
      const { count, failed } = tests
      if (failed.length === 0)
        return (
          <p className={css.good}>
            <IconCircleCheck size={16} aria-hidden />
            {t('tests.publish.passed', { count })}
          </p>
        )
      return (
        <>
          <div className={css.needs} role="alert">
            <p>{t('tests.publish.failed', { count: failed.length, of: count })}</p>
            <FailedTests failed={failed} onGo={onGo} />
          </div>
          <Textarea
            size="xs"
            label={t('tests.publish.override')}
            description={t('tests.publish.overrideHint')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={MOST_REASON}
            value={reason}
            onChange={event => onReason(event.currentTarget.value)}
          />
        </>
      )
    }
  }
}

function FailedTests({ failed, onGo }: Readonly<{ failed: readonly Failed[]; onGo: () => void }>) {
  const { t } = useTranslation()
  return (
    <ul className={css.places}>
      {failed.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className={css.link}
            onClick={() => {
              onGo()
              showPlace(id)
            }}
          >
            {name}
          </button>
        </li>
      ))}
      {failed.length > MOST_SHOWN && (
        <li>{t('tests.publish.more', { count: failed.length - MOST_SHOWN })}</li>
      )}
    </ul>
  )
}
