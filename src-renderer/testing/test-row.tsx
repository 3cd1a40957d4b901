import { Button } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconPlayerPlay,
  IconPresentation,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../panels/panels.module.css'
import { commit } from '../state/edits.ts'
import { recordProblem } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { changeTest } from './change-test.ts'
import { readTags } from './read-tags.ts'
import { TestDifference } from './test-difference.tsx'
import { type KeptRun, runTests, showTest, useTestRuns } from './test-runs.ts'
import { TestStart } from './test-start.tsx'
import { TestSteps } from './test-steps.tsx'
import own from './tests.module.css'

type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  isOpen: boolean
  onToggle: () => void
}>

/** One test: whether it passed, its name, length and tags; opened, its form and the first difference. */
export function TestRow({ document, test, isOpen, onToggle }: Props) {
  const { t } = useTranslation()
  const row = useRef<HTMLLIElement>(null)
  const kept = useKept(test)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const meta = [
    t('tests.steps', { count: test.steps.length }),
    t(`simulator.setup.channels.${test.start.channel}`),
    ...test.tags,
  ]
  return (
    <li ref={row} className={css.item} data-open={isOpen || undefined}>
      <div className={css.line}>
        <button type="button" className={css.row} aria-expanded={isOpen} onClick={onToggle}>
          <Mark kept={kept} />
          <span className={css.main}>
            <span className={css.name} dir="auto">
              {test.name}
            </span>
            <span className={css.meta}>{meta.join(' · ')}</span>
          </span>
        </button>
        <IconButton label={t('tests.run', { name: test.name })} onClick={() => runTests([test.id])}>
          <IconPlayerPlay size={14} />
        </IconButton>
        <IconButton
          label={t('present.test', { name: test.name })}
          disabled={test.steps.length === 0}
          onClick={() => void presentTest(test.id)}
        >
          <IconPresentation size={14} />
        </IconButton>
      </div>
      {kept && kept.run.failedAt !== null && (
        <TestDifference document={document} run={kept.run} test={kept.record} />
      )}
      {isOpen && <TestEditor document={document} test={test} />}
    </li>
  )
}

/** What came of the test as it is now; a run of what it was before says nothing of it. */
function useKept(test: TestcaseRecord): KeptRun | null {
  const bot = useWorkbench(state => state.bot)
  return useTestRuns(({ bot: of, byTest }) => {
    const kept = of === bot ? byTest.get(test.id) : undefined
    return kept && kept.record.steps === test.steps ? kept : null
  })
}

function Mark({ kept }: { kept: KeptRun | null }) {
  const { t } = useTranslation()
  const rev = useWorkbench(state => state.rev)
  if (!kept) return <IconCircleDashed size={16} aria-label={t('tests.mark.none')} />
  const isOld = kept.rev !== rev
  const passed = kept.run.failedAt === null
  const Icon = passed ? IconCircleCheck : IconCircleX
  const label = t(`tests.mark.${passed ? 'passed' : 'failed'}${isOld ? 'Before' : ''}`)
  return (
    <span className={own.mark} data-passed={passed} data-old={isOld || undefined} title={label}>
      <Icon size={16} aria-label={label} />
    </span>
  )
}

function TestEditor({ document, test }: Readonly<{ document: BotDocument; test: TestcaseRecord }>) {
  const { t } = useTranslation()
  const put = (change: Partial<TestcaseRecord>) => changeTest(test.id, present => ({ ...present, ...change }))
  const remove = () => {
    const { editor } = useWorkbench.getState()
    if (editor)
      commit(new ChangeSet(editor.document).drop(test.id).done(), {
        key: 'tests.edit.delete',
        name: test.name,
      })
  }
  return (
    <div className={css.editor}>
      <DraftInput
        key={`${test.id}/name`}
        field={`${test.id}/name`}
        label={t('tests.name')}
        value={test.name}
        check={name => recordProblem({ ...test, name })}
        commit={name => put({ name })}
      />
      <DraftInput
        key={`${test.id}/tags`}
        field={`${test.id}/tags`}
        label={t('tests.tags')}
        hint={t('tests.tagsHint')}
        value={test.tags.join(', ')}
        check={text => recordProblem({ ...test, tags: readTags(text) })}
        commit={text => put({ tags: readTags(text) })}
      />
      <TestStart document={document} test={test} />
      <TestSteps document={document} test={test} />
      <div className={own.acts}>
        <Button size="compact-xs" variant="default" onClick={() => showTest(test.id)}>
          {t('tests.show')}
        </Button>
        <IconButton label={t('tests.delete', { name: test.name })} onClick={remove}>
          <IconTrash size={14} />
        </IconButton>
      </div>
    </div>
  )
}

/** Presenting is fetched by those who do it. */
async function presentTest(id: TestcaseId): Promise<void> {
  const { presentTest } = await import('../present/present-state.ts')
  presentTest(id)
}
