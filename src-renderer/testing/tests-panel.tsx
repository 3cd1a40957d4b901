import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop, IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ID_PREFIX, type TestcaseId } from '../../src-shared/document/ids.ts'
import { runCommand } from '../commands/commands.ts'
import { PanelFilter } from '../panels/panel-filter.tsx'
import css from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { writeTest } from './change-test.ts'
import { ComparePart } from './compare-part.tsx'
import { CoveragePart } from './coverage-part.tsx'
import { ProposalsPart } from './proposals-part.tsx'
import { RecordedPart } from './recorded-part.tsx'
import { useRecordedTests } from './recorded-state.ts'
import { TestRow } from './test-row.tsx'
import { runTests, stopTests, useTestRuns } from './test-runs.ts'
import own from './tests.module.css'

/** More than these need a way to narrow them. */
const FILTER_FROM = 6

/** Conversations that were saved as tests, and whether the bot still goes as they do. */
export function TestsPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const goTo = useWorkbench(state => state.goTo)
  const left = useTestRuns(state => state.left)
  const recorded = useRecordedTests()
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<TestcaseId | null>(null)
  useEffect(() => {
    if (goTo?.record.startsWith(`${ID_PREFIX.testcase}_`)) setOpened(goTo.record as TestcaseId)
  }, [goTo])
  if (!document) return null
  const tests = [...document.all('testcase')]
  const wanted = filter.trim().toLowerCase()
  const fitting = tests.filter(({ name, tags }) =>
    [name, ...tags].some(text => text.toLowerCase().includes(wanted)),
  )
  return (
    <Panel
      title={t('tests.title')}
      actions={
        <>
          <IconButton label={t('tests.new')} onClick={writeTest}>
            <IconPlus size={16} />
          </IconButton>
          {left > 0 ? (
            <IconButton label={t('tests.stop', { count: left })} onClick={stopTests}>
              <IconPlayerStop size={16} />
            </IconButton>
          ) : (
            <IconButton
              label={t('tests.runAll')}
              disabled={fitting.length === 0}
              onClick={() => runTests(fitting.map(({ id }) => id))}
            >
              <IconPlayerPlay size={16} />
            </IconButton>
          )}
        </>
      }
    >
      {tests.length >= FILTER_FROM && (
        <PanelFilter label={t('tests.filter')} value={filter} onChange={setFilter} />
      )}
      {tests.length === 0 && (
        <EmptyState
          text={t('tests.none')}
          action={
            <div className={own.buttons}>
              <Button size="xs" variant="default" onClick={() => runCommand('bot.try')}>
                {t('tests.try')}
              </Button>
              <Button size="xs" variant="default" onClick={writeTest}>
                {t('tests.new')}
              </Button>
            </div>
          }
        />
      )}
      <Summary tests={tests.map(({ id }) => id)} />
      <ul className={css.list}>
        {fitting.map(test => (
          <TestRow
            key={test.id}
            document={document}
            test={test}
            isOpen={opened === test.id}
            onToggle={() => setOpened(opened === test.id ? null : test.id)}
          />
        ))}
      </ul>
      <CoveragePart document={document} />
      <ProposalsPart document={document} />
      <RecordedPart document={document} />
      {(tests.length > 0 || recorded.length > 0) && <ComparePart document={document} />}
    </Panel>
  )
}

function Summary({ tests }: { tests: readonly TestcaseId[] }) {
  const { t } = useTranslation()
  const bot = useWorkbench(state => state.bot)
  const runs = useTestRuns()
  const kept = runs.bot === bot ? tests.flatMap(id => runs.byTest.get(id) ?? []) : []
  const failed = kept.filter(({ run }) => run.failedAt !== null).length
  return (
    <p className={css.meta} role="status" style={{ margin: '0 12px 8px' }} hidden={kept.length === 0}>
      {kept.length > 0 &&
        (failed > 0
          ? t('tests.failed', { count: failed, of: kept.length })
          : t('tests.passed', { count: kept.length }))}
    </p>
  )
}
