import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { NO_COVERAGE } from '../../src-shared/testing/coverage.ts'
import { type Proposals, proposeTests } from '../../src-shared/testing/propose-tests.ts'
import css from '../panels/panels.module.css'
import { newId } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { useCoverage } from './coverage-state.ts'
import { OfferedTest } from './offered-test.tsx'
import { runSearch } from './run-search.ts'
import { runTests } from './test-runs.ts'
import own from './tests.module.css'

/** A search for tests may take so long. Milliseconds. */
const LONGEST_MS = 20_000

type State = Readonly<{ bot: BotId | null; looking: number | null; found: Proposals | null }>

/** They outlive the panel: keeping or throwing away is done one by one, with looks at the canvas in between. */
const useProposals = create<State>()(() => ({ bot: null, looking: null, found: null }))

/** Tests for what no test comes by, to be kept or thrown away one by one. */
export function ProposalsPart({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const { bot, looking, found } = useProposals()
  const cancel = useRef(() => {})
  useEffect(
    () => () => {
      cancel.current()
      useProposals.setState({ looking: null })
    },
    [],
  )
  const stop = () => {
    cancel.current()
    useProposals.setState({ looking: null })
  }
  const look = () => {
    const covered = useCoverage.getState().coverage ?? NO_COVERAGE
    const bounds = { ms: LONGEST_MS, now: () => performance.now() }
    useProposals.setState({ bot: document.bot.id, looking: 0, found: null })
    cancel.current = runSearch(proposeTests(document, compile(document), { covered, newId, bounds }), {
      onProgress: count => useProposals.setState({ looking: count }),
      onDone: proposals => useProposals.setState({ looking: null, found: proposals }),
    })
  }
  const drop = (id: TestcaseId) =>
    useProposals.setState(state => ({
      found: state.found && {
        ...state.found,
        proposed: state.found.proposed.filter(({ test }) => test.id !== id),
      },
    }))
  const keep = (test: TestcaseRecord) => {
    if (!putRecord(test, { key: 'tests.edit.add', name: test.name })) return
    drop(test.id)
    runTests([test.id])
  }
  const isMine = bot === document.bot.id
  return (
    <section className={own.part} aria-label={t('tests.propose.title')}>
      {looking === null ? (
        <Button size="compact-xs" variant="default" onClick={look}>
          {t('tests.propose.find')}
        </Button>
      ) : (
        <div className={own.buttons}>
          <Button size="compact-xs" variant="default" onClick={stop}>
            {t('tests.propose.stop')}
          </Button>
          <span className={css.note}>{t('tests.propose.looking', { count: looking })}</span>
        </div>
      )}
      <p className={css.note} role="status">
        {isMine && found?.proposed.length === 0 && t('tests.propose.none')}
        {isMine && found?.stopped && t('tests.propose.stopped')}
      </p>
      {isMine && found && (
        <ul className={own.proposals}>
          {found.proposed.map(({ test, blocks, edges }) => (
            <OfferedTest
              key={test.id}
              document={document}
              test={test}
              about={t('tests.propose.about', {
                blocks: t('tests.propose.blocks', { count: blocks.length }),
                edges: t('tests.propose.edges', { count: edges.length }),
              })}
              onKeep={() => keep(test)}
              onDrop={() => drop(test.id)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
