import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChangesOfFlow, type ListedChange, SIGNS } from '../../src-shared/compare/change-list.ts'
import { ChangeDetail } from './change-detail.tsx'
import { changeTitle } from './change-words.ts'
import styles from './compare.module.css'
import { goToChange } from './compare-actions.ts'
import { useCompare } from './compare-state.ts'
import type { Comparison } from './comparison.ts'

/** Of a flow with more differences than this the rest is shown when it is asked for. */
const MOST_ROWS = 200

type Props = Readonly<{ comparison: Comparison }>

/** Every difference in words, flow by flow; choosing one goes to its place. */
export function ChangeList({ comparison }: Props) {
  const { t } = useTranslation()
  const { groups, steps, working, difference } = comparison
  const isOneBot = difference.before.bot.id === difference.after.bot.id
  return (
    <div className={styles.list}>
      <p className={styles.summary} role="status">
        {steps.length > 0 && t('compare.count', { count: steps.length })}
        {steps.length === 0 && t(groups.length > 0 ? 'compare.onlyMoved' : 'compare.same')}
      </p>
      {!isOneBot && <p className={styles.hint}>{t('compare.otherBot')}</p>}
      {working && steps.length > 0 && (
        <p className={styles.hint}>{t(working === 'before' ? 'compare.hintBefore' : 'compare.hintAfter')}</p>
      )}
      {groups.map(group => (
        <FlowChanges key={group.flow ?? ''} group={group} comparison={comparison} />
      ))}
    </div>
  )
}

function FlowChanges({ group, comparison }: Props & { group: ChangesOfFlow }) {
  const { t } = useTranslation()
  const [most, setMost] = useState(MOST_ROWS)
  const { before, after } = comparison.difference
  const flow = group.flow && (after.get(group.flow) ?? before.get(group.flow))
  const name = flow ? flow.name : t('compare.wholeBot')
  const changes = group.changes.filter(({ move, isDesign }) => !move && !isDesign)
  const design = group.changes.filter(({ move, isDesign }) => !move && isDesign)
  const moves = group.changes.filter(({ move }) => move)
  return (
    <section aria-label={name}>
      <h2 className={styles.flowName}>{name}</h2>
      <ul className={styles.rows}>
        {changes.slice(0, most).map(change => (
          <ChangeRow key={change.id} change={change} comparison={comparison} />
        ))}
      </ul>
      {changes.length > most && (
        <button type="button" className={styles.more} onClick={() => setMost(most + MOST_ROWS)}>
          {t('compare.more', { count: changes.length - most })}
        </button>
      )}
      <Folded
        title={t('compare.design', { count: design.length })}
        changes={design}
        comparison={comparison}
      />
      <Folded title={t('compare.moves', { count: moves.length })} changes={moves} comparison={comparison} />
    </section>
  )
}

type FoldedProps = Props & Readonly<{ title: string; changes: readonly ListedChange[] }>

/** What changes nothing that the bot says or does: there, and out of the way. */
function Folded({ title, changes, comparison }: FoldedProps) {
  const [first] = changes
  if (!first) return null
  return (
    <details className={styles.moves}>
      <summary>
        <Sign mark={changes.every(({ mark }) => mark === first.mark) ? first.mark : 'changed'} /> {title}
      </summary>
      <ul className={styles.rows}>
        {changes.slice(0, MOST_ROWS).map(change => (
          <ChangeRow key={change.id} change={change} comparison={comparison} />
        ))}
      </ul>
    </details>
  )
}

function ChangeRow({ change, comparison }: Props & { change: ListedChange }) {
  const { t } = useTranslation()
  const isCurrent = useCompare(state => state.current === change.id)
  const isLeft = useCompare(state => state.left.has(change.id))
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={row}
      className={styles.row}
      data-current={isCurrent || undefined}
      data-left={isLeft || undefined}
    >
      <button
        type="button"
        className={styles.rowTitle}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => goToChange(change)}
      >
        <Sign mark={change.mark} />
        <span>{changeTitle(t, change, comparison.difference)}</span>
        {isLeft && <span className={styles.settled}>{t('compare.settled')}</span>}
      </button>
      {isCurrent && <ChangeDetail change={change} comparison={comparison} />}
    </li>
  )
}

/** The sign of a mark, so that it is not told by colour alone; the words beside it say it as well. */
export function Sign({ mark }: { mark: ListedChange['mark'] }) {
  return (
    <span className={styles.sign} data-mark={mark} aria-hidden>
      {SIGNS[mark]}
    </span>
  )
}
