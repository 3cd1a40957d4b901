import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconMessagePlus, IconPackageExport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { taskIdOf } from '../../src-shared/document/task.ts'
import { iterationsOf, type Thread, threadsOf } from '../../src-shared/review/threads.ts'
import { runCommand } from '../commands/commands.ts'
import panels from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Checklist } from './checklist.tsx'
import { CommentForm } from './comment-form.tsx'
import { IterationRow } from './iteration-row.tsx'
import { placeWords } from './place-words.ts'
import styles from './review.module.css'
import { sayComment } from './review-actions.ts'
import { FILTERS, type Filter, REVIEW_PARTS, useReview } from './review-state.ts'
import { ThreadCard } from './thread-card.tsx'

/** What was submitted, what people said about it, the decision (requirements.md KAL-06, KAL-07), and the checklist. */
export function ReviewPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const part = useReview(state => state.part)
  useShownPlace(document)
  if (!document) return null
  const hasBegun = part === 'review' && document.count('iteration') > 0
  return (
    <Panel title={t('review.title')} actions={hasBegun && <Actions />}>
      <div className={panels.padded}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('checklist.parts')}
          value={part}
          data={REVIEW_PARTS.map(value => ({ value, label: t(`checklist.part.${value}`) }))}
          onChange={chosen => useReview.setState({ part: chosen })}
        />
      </div>
      {part === 'review' ? <Review document={document} /> : <Checklist document={document} />}
    </Panel>
  )
}

/** Requests that were met, so that a panel which opens again does not follow an old one. */
let met = 0

/** Who goes to a step or a study finds it open, and who goes to a comment or an iteration sees the review. */
function useShownPlace(document: BotDocument | null): void {
  const goTo = useWorkbench(state => state.goTo)
  useEffect(() => {
    if (!goTo || goTo.at === met) return
    met = goTo.at
    const record = document?.get(goTo.record)
    if (record?.type === 'task') useReview.setState({ part: 'checklist', step: record.id })
    if (record?.type === 'comment' || record?.type === 'iteration') useReview.setState({ part: 'review' })
    if (record?.type === 'study')
      useReview.setState({ part: 'checklist', step: taskIdOf('feasibility', null), study: record.block })
  }, [goTo, document])
}

function Actions() {
  const { t } = useTranslation()
  const suggesting = useWorkbench(state => state.suggesting)
  return (
    <>
      <IconButton
        label={t('review.suggest')}
        pressed={suggesting}
        onClick={() => runCommand('review.suggest')}
      >
        <IconMessagePlus size={16} />
      </IconButton>
      <IconButton label={t('review.export')} onClick={() => runCommand('review.export')}>
        <IconPackageExport size={16} />
      </IconButton>
    </>
  )
}

function Review({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const iterations = iterationsOf(document).toReversed()
  if (iterations.length === 0) return <EmptyState text={t('review.none')} action={<Submit />} />
  return (
    <>
      <div className={styles.section}>
        <ul className={styles.iterations} aria-label={t('review.iterations')}>
          {iterations.map(iteration => (
            <IterationRow key={iteration.id} document={document} iteration={iteration} />
          ))}
        </ul>
        <div className={styles.buttons}>
          <Submit />
        </div>
      </div>
      <Comments document={document} />
    </>
  )
}

function Submit() {
  const { t } = useTranslation()
  return (
    <Button size="xs" variant="default" onClick={() => runCommand('review.submit')}>
      {t('review.submit')}
    </Button>
  )
}

const SHOWN: Readonly<Record<Filter, (thread: Thread) => boolean>> = {
  open: ({ root }) => root.state === 'open',
  blocking: ({ root }) => root.blocking && root.state === 'open',
  all: () => true,
  orphans: ({ orphan }) => orphan,
}

function Comments({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const filter = useReview(state => state.filter)
  const writing = useReview(state => (state.writing?.at === 'panel' ? state.writing : null))
  const threads = threadsOf(document).filter(SHOWN[filter]).toReversed()
  return (
    <section className={styles.section} aria-label={t('review.comments')}>
      <div className={styles.line}>
        <h3 className={styles.heading}>{t('review.comments')}</h3>
        <NativeSelect
          size="xs"
          aria-label={t('review.filterLabel')}
          value={filter}
          data={FILTERS.map(value => ({ value, label: t(`review.filter.${value}`) }))}
          onChange={event => useReview.setState({ filter: event.currentTarget.value as Filter })}
        />
      </div>
      {writing && (
        <CommentForm
          key={JSON.stringify(writing)}
          label={t('review.write', { place: placeWords(t, document, writing.place, writing.test) })}
          action={t('review.add')}
          canBlock
          onSay={(text, blocking) => sayComment(writing, text, blocking)}
        />
      )}
      {threads.length === 0 && !writing && (
        <p className={styles.meta} style={{ marginTop: 8 }}>
          {t(`review.noneShown.${filter}`)}
        </p>
      )}
      <ul className={styles.threads}>
        {threads.map(thread => (
          <ThreadCard key={thread.root.id} document={document} thread={thread} />
        ))}
      </ul>
    </section>
  )
}
