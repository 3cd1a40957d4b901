import { IconChevronLeft, IconChevronRight, IconGitBranch, IconMessagePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { BEGINNING, branchesAt, type SessionTree, wayTo } from '../../src-shared/runtime/session-tree.ts'
import { runCommand } from '../commands/commands.ts'
import { IconButton } from '../ui/icon-button.tsx'
import css from './simulator.module.css'
import { goTo, goToEndOf, useTalk } from './talk.ts'
import { turnTitle } from './turn-title.ts'

/** Every turn of the conversation on one line, to go back and forth between; where it parts, its branches. */
export function TimelineBar({ document, tree }: Readonly<{ document: BotDocument; tree: SessionTree }>) {
  const { t } = useTranslation()
  const isPaused = useTalk(state => state.pause !== null)
  const way = wayTo(tree, tree.tip)
  const depth = way.indexOf(tree.present) + 1
  const turn = tree.turns[tree.present]?.turn
  const values = { number: depth, count: way.length }
  const said = turn
    ? t('simulator.timeline.at', { ...values, text: turnTitle(t, document, turn) })
    : t('simulator.timeline.atStart', values)
  const show = (number: number) => goTo(way[number - 1] ?? BEGINNING)
  return (
    <section className={css.timeline} aria-label={t('simulator.timeline.title')}>
      <IconButton
        label={t('simulator.timeline.back')}
        disabled={isPaused || depth === 0}
        onClick={() => show(depth - 1)}
      >
        <IconChevronLeft size={16} />
      </IconButton>
      <input
        type="range"
        className={css.scrubber}
        min={0}
        max={way.length}
        value={depth}
        disabled={isPaused}
        aria-label={t('simulator.timeline.turn')}
        aria-valuetext={said}
        title={said}
        onChange={event => show(Number(event.currentTarget.value))}
      />
      <IconButton
        label={t('simulator.timeline.forth')}
        disabled={isPaused || depth === way.length}
        onClick={() => show(depth + 1)}
      >
        <IconChevronRight size={16} />
      </IconButton>
      <span className={css.timelineCount}>{t('simulator.timeline.count', values)}</span>
      <IconButton
        label={t('review.turn.comment')}
        disabled={isPaused || depth === 0}
        onClick={() => runCommand('review.commentTurn')}
      >
        <IconMessagePlus size={16} />
      </IconButton>
    </section>
  )
}

/** Which of the ways that were tried from one turn on this is, and the way to the others. */
export function BranchSwitch({ tree, number }: Readonly<{ tree: SessionTree; number: number }>) {
  const { t } = useTranslation()
  const branches = branchesAt(tree, number)
  if (branches.length < 2) return null
  const at = branches.indexOf(number)
  const go = (by: number) => goToEndOf(branches[(at + by + branches.length) % branches.length] ?? number)
  return (
    <span className={css.branch}>
      <IconGitBranch size={14} aria-hidden />
      <IconButton label={t('simulator.timeline.branchBefore')} onClick={() => go(-1)}>
        <IconChevronLeft size={14} />
      </IconButton>
      <span>{t('simulator.timeline.branch', { number: at + 1, count: branches.length })}</span>
      <IconButton label={t('simulator.timeline.branchAfter')} onClick={() => go(1)}>
        <IconChevronRight size={14} />
      </IconButton>
    </span>
  )
}
