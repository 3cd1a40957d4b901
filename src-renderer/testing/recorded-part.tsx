import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { runCommand } from '../commands/commands.ts'
import css from '../panels/panels.module.css'
import { OfferedTest } from './offered-test.tsx'
import {
  dropAllRecorded,
  dropRecorded,
  keepRecorded,
  saveRecorded,
  useRecordedTests,
} from './recorded-state.ts'
import own from './tests.module.css'

/** So many are listed before somebody asks for all. */
const MOST_SHOWN = 10

/** Conversations real people had, to look at, to compare versions by, and to keep as tests. */
export function RecordedPart({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const tests = useRecordedTests()
  const [isLong, setLong] = useState(false)
  return (
    <section className={own.part} aria-label={t('tests.recorded.part')}>
      <Button size="compact-xs" variant="default" onClick={() => runCommand('bot.bring')}>
        {t('tests.recorded.open')}
      </Button>
      {tests.length > 0 && (
        <>
          <p className={css.note}>{t('tests.recorded.count', { count: tests.length })}</p>
          <ul className={own.proposals}>
            {(isLong ? tests : tests.slice(0, MOST_SHOWN)).map(test => (
              <OfferedTest
                key={test.id}
                document={document}
                test={test}
                about={t('tests.steps', { count: test.steps.length })}
                onKeep={() => keepRecorded(test)}
                onDrop={() => dropRecorded(test.id)}
              />
            ))}
          </ul>
          <div className={own.buttons}>
            {tests.length > MOST_SHOWN && !isLong && (
              <Button size="compact-xs" variant="default" onClick={() => setLong(true)}>
                {t('tests.recorded.more', { count: tests.length - MOST_SHOWN })}
              </Button>
            )}
            <Button size="compact-xs" variant="default" onClick={() => void saveRecorded()}>
              {t('tests.recorded.save')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={dropAllRecorded}>
              {t('tests.recorded.putAway')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
