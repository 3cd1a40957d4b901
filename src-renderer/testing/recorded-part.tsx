import { Button } from '@mantine/core'
import { IconCheck, IconMessages, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { playConversation } from '../../src-shared/testing/play-conversation.ts'
import { runCommand } from '../commands/commands.ts'
import css from '../panels/panels.module.css'
import { IconButton } from '../ui/icon-button.tsx'
import {
  dropAllRecorded,
  dropRecorded,
  keepRecorded,
  saveRecorded,
  useRecordedTests,
} from './recorded-state.ts'
import { showConversation } from './test-runs.ts'
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
              <Row key={test.id} document={document} test={test} />
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

function Row({ document, test }: Readonly<{ document: BotDocument; test: TestcaseRecord }>) {
  const { t } = useTranslation()
  const { name } = test
  return (
    <li>
      <span className={own.proposal} dir="auto" title={name}>
        {name}
      </span>
      <span className={own.adds}>{t('tests.steps', { count: test.steps.length })}</span>
      <IconButton
        label={t('tests.propose.look', { name })}
        onClick={() => showConversation(playConversation(compile(document), test))}
      >
        <IconMessages size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.keep', { name })} onClick={() => keepRecorded(test)}>
        <IconCheck size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.drop', { name })} onClick={() => dropRecorded(test.id)}>
        <IconX size={14} />
      </IconButton>
    </li>
  )
}
