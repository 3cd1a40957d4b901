import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type SessionTree, type TurnNumber, wayTo } from '../../src-shared/runtime/session-tree.ts'
import { useTurnComments } from '../review/turn-comments.ts'
import { CommentCount } from '../ui/comment-count.tsx'
import { CLOCK_FORMAT } from './clock-format.ts'
import { Fold } from './fold.tsx'
import css from './simulator.module.css'
import { goTo, useTalk } from './talk.ts'
import { BranchSwitch } from './timeline-bar.tsx'
import { turnTitle } from './turn-title.ts'

type Props = Readonly<{ document: BotDocument; tree: SessionTree }>

/** Every turn with what it began with; a click goes there, and what comes after it is kept. */
export function TurnsPart({ document, tree }: Props) {
  const { t } = useTranslation()
  const way = wayTo(tree, tree.tip)
  const comments = useTurnComments(document, tree)
  return (
    <Fold title={t('simulator.timeline.title')} note={noteOf(tree) ? t('simulator.timeline.parted') : null}>
      {way.length === 0 && <p className={css.hint}>{t('simulator.timeline.none')}</p>}
      <ol className={css.turns}>
        {way.map((number, at) => (
          <Row
            key={number}
            document={document}
            tree={tree}
            number={number}
            isLater={at > way.indexOf(tree.present)}
            comments={comments.get(at) ?? 0}
          />
        ))}
      </ol>
    </Fold>
  )
}

function noteOf({ turns }: SessionTree): boolean {
  return new Set(turns.map(({ from }) => from)).size < turns.length
}

type RowProps = Props & Readonly<{ number: TurnNumber; isLater: boolean; comments: number }>

function Row({ document, tree, number, isLater, comments }: RowProps) {
  const { t } = useTranslation()
  const differs = useTalk(state => state.compared?.differs === number)
  const isPaused = useTalk(state => state.pause !== null)
  const turn = tree.turns[number]?.turn
  if (!turn) return null
  const isPresent = number === tree.present
  return (
    <li className={css.turnRow} data-later={isLater || undefined} data-differs={differs || undefined}>
      <button
        type="button"
        className={css.turnButton}
        aria-current={isPresent ? 'step' : undefined}
        disabled={isPaused}
        onClick={() => goTo(number)}
      >
        <span className={css.turnTime}>
          {t('simulator.clock.now', { at: turn.at, formatParams: { at: CLOCK_FORMAT } })}
        </span>
        <bdi className={css.turnText}>{turnTitle(t, document, turn)}</bdi>
        {differs && <span className={css.differs}>{t('simulator.timeline.differs')}</span>}
        <CommentCount count={comments} />
      </button>
      <BranchSwitch tree={tree} number={number} />
    </li>
  )
}
