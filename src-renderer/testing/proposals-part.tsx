import { Button } from '@mantine/core'
import { IconCheck, IconMessages, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, TestcaseId } from '../../src-shared/document/ids.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { NO_COVERAGE } from '../../src-shared/testing/coverage.ts'
import { playConversation } from '../../src-shared/testing/play-conversation.ts'
import { type Proposals, type ProposedTest, proposeTests } from '../../src-shared/testing/propose-tests.ts'
import css from '../panels/panels.module.css'
import { newId } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useCoverage } from './coverage-state.ts'
import { runSearch } from './run-search.ts'
import { runTests, showConversation } from './test-runs.ts'
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
  const keep = ({ test }: ProposedTest) => {
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
          {found.proposed.map(each => (
            <Proposed key={each.test.id} document={document} each={each} onKeep={keep} onDrop={drop} />
          ))}
        </ul>
      )}
    </section>
  )
}

type Props = Readonly<{
  document: BotDocument
  each: ProposedTest
  onKeep: (each: ProposedTest) => void
  onDrop: (id: TestcaseId) => void
}>

function Proposed({ document, each, onKeep, onDrop }: Props) {
  const { t } = useTranslation()
  const { test, blocks, edges } = each
  const { name } = test
  return (
    <li>
      <span className={own.proposal} dir="auto" title={name}>
        {name}
      </span>
      <span className={own.adds}>
        {t('tests.propose.about', {
          blocks: t('tests.propose.blocks', { count: blocks.length }),
          edges: t('tests.propose.edges', { count: edges.length }),
        })}
      </span>
      <IconButton
        label={t('tests.propose.look', { name })}
        onClick={() => showConversation(playConversation(compile(document), test))}
      >
        <IconMessages size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.keep', { name })} onClick={() => onKeep(each)}>
        <IconCheck size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.drop', { name })} onClick={() => onDrop(test.id)}>
        <IconX size={14} />
      </IconButton>
    </li>
  )
}
