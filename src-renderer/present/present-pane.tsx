import { Button } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconMessagePlus,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
} from '@tabler/icons-react'
import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { plantTree } from '../../src-shared/runtime/session-tree.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { CommentForm } from '../review/comment-form.tsx'
import { placeWords } from '../review/place-words.ts'
import { sayComment } from '../review/review-actions.ts'
import { useReview } from '../review/review-state.ts'
import { useTurnComments } from '../review/turn-comments.ts'
import { Announcer } from '../simulator/announcer.tsx'
import { ChatTurn } from '../simulator/chat-turn.tsx'
import { turnTitle } from '../simulator/turn-title.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { CommentCount } from '../ui/comment-count.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import css from './present.module.css'
import { abandon, goToShown, mayComment, present, usePresentation } from './present-state.ts'
import { askedBy, type Presentation, paceMs } from './presentation.ts'

/** A conversation as it is shown to others: large, beside the canvas that follows it; only looked at. */
export function PresentPane() {
  const document = useDocument()
  const shown = usePresentation(state => state.shown)
  const pane = useRef<HTMLElement>(null)
  const { t } = useTranslation()
  usePace()
  useKeysOfPresentation()
  useEffect(() => {
    pane.current?.focus()
    return abandon
  }, [])
  if (!document || !shown) return null
  const { simulation, turns, at } = shown
  return (
    <aside
      ref={pane}
      className={css.pane}
      tabIndex={-1}
      aria-label={t('present.title')}
      onMouseDown={keepFocus}
    >
      <Header document={document} />
      <Announcer simulation={{ ...simulation, turns: turns.slice(0, at + 1) }} />
      <Chat document={document} />
      <TurnComment document={document} onDone={() => pane.current?.focus()} />
      <Controls document={document} />
    </aside>
  )
}

function Header({ document }: { document: BotDocument }) {
  const { t, i18n } = useTranslation()
  const shown = usePresentation(state => state.shown)
  if (!shown) return null
  const { locale = document.bot.locales[0] ?? 'en', more } = shown.simulation.first
  const channel = more?.channel ?? 'web'
  return (
    <header className={css.header}>
      <div className={css.words}>
        <h2 className={css.name} dir="auto">
          {shown.name ?? document.bot.name}
        </h2>
        <p className={css.where}>
          {[t(`simulator.setup.channels.${channel}`), languageName(locale, i18n.language)].join(' · ')}
        </p>
      </div>
      <Button size="xs" variant="default" onClick={() => present('end')}>
        {t('present.end')}
      </Button>
    </header>
  )
}

/** All turns up to the present one, whose end stays in sight; a bar marks it. */
function Chat({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const rev = useWorkbench(state => state.rev)
  const shown = usePresentation(state => state.shown)
  const log = useRef<HTMLDivElement>(null)
  const at = shown?.at
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn has another end
  useEffect(() => {
    // In the layout the end is where scrolling begins.
    if (log.current) log.current.scrollTop = 0
  }, [at])
  const turns = shown?.turns.slice(0, shown.at + 1) ?? []
  return (
    <div ref={log} className={css.log} role="log" aria-live="off" aria-label={t('simulator.log')}>
      <div className={css.lines}>
        {turns.map((turn, number) => (
          <div
            key={turn.input.id}
            className={css.turn}
            aria-current={number === at ? 'step' : undefined}
            data-turn={number}
          >
            <ChatTurn document={document} rev={rev} turn={turn} canAnswer={false} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Controls({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const shown = usePresentation(state => state.shown)
  if (!shown) return null
  const { turns, at, isPlaying } = shown
  const canComment = mayComment()
  const turn = turns[at]
  const values = { number: at + 1, count: turns.length }
  const said = turn && t('simulator.timeline.at', { ...values, text: turnTitle(t, document, turn) })
  const Sign = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled
  return (
    <footer className={css.controls}>
      <div className={css.line}>
        <IconButton
          label={t('simulator.timeline.back')}
          shortcut="←"
          disabled={at === 0}
          onClick={() => present('back')}
        >
          <IconChevronLeft size={20} />
        </IconButton>
        <IconButton
          label={t(isPlaying ? 'present.pause' : 'present.play')}
          shortcut="P"
          onClick={() => present('play')}
        >
          <Sign size={18} />
        </IconButton>
        <IconButton
          label={t('simulator.timeline.forth')}
          shortcut="→"
          disabled={at === turns.length - 1}
          onClick={() => present('next')}
        >
          <IconChevronRight size={20} />
        </IconButton>
        <input
          type="range"
          className={css.scrubber}
          min={1}
          max={turns.length}
          value={at + 1}
          aria-label={t('simulator.timeline.turn')}
          aria-valuetext={said}
          title={said}
          onChange={event => goToShown(Number(event.currentTarget.value) - 1)}
        />
        <span className={css.count}>{t('simulator.timeline.count', values)}</span>
        {canComment && <CommentButton document={document} shown={shown} />}
      </div>
      <p className={css.keys}>{t(canComment ? 'present.keysToComment' : 'present.keys')}</p>
    </footer>
  )
}

type CommentProps = Readonly<{ document: BotDocument; shown: Presentation & { simulation: Simulation } }>

function CommentButton({ document, shown: { simulation, turns, at } }: CommentProps) {
  const { t } = useTranslation()
  const tree = useMemo(() => plantTree({ ...simulation, turns }), [simulation, turns])
  const comments = useTurnComments(document, tree)
  return (
    <>
      <CommentCount count={comments.get(at) ?? 0} />
      <IconButton label={t('review.turn.comment')} shortcut="M" onClick={() => present('comment')}>
        <IconMessagePlus size={18} />
      </IconButton>
    </>
  )
}

/** The line for a comment on the turn that is shown. */
function TurnComment({ document, onDone }: Readonly<{ document: BotDocument; onDone: () => void }>) {
  const { t } = useTranslation()
  const writing = useReview(state => (state.writing?.at === 'presentation' ? state.writing : null))
  const isWriting = writing !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever was writing goes on presenting
  useEffect(() => (isWriting ? onDone : undefined), [isWriting])
  if (!writing) return null
  const place = placeWords(t, document, writing.place, writing.test)
  return (
    <div className={css.comment}>
      <CommentForm
        key={JSON.stringify(writing.place)}
        label={t('review.write', { place })}
        action={t('review.add')}
        canBlock
        onSay={(text, blocking) => sayComment(writing, text, blocking)}
      />
    </div>
  )
}

/** While it plays, the next turn comes when this one has been read. */
function usePace(): void {
  const shown = usePresentation(state => state.shown)
  const turn = shown?.turns[shown.at]
  const isPlaying = shown?.isPlaying ?? false
  useEffect(() => {
    if (!isPlaying || !turn) return
    const timer = setTimeout(() => present('next'), paceMs(turn))
    return () => clearTimeout(timer)
  }, [isPlaying, turn])
}

/** The keys mean the conversation wherever the focus is, but for a button that was reached by key. */
function useKeysOfPresentation(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = askedBy(event)
      if (!asked || event.defaultPrevented || useWorkbench.getState().dialog) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('[role="dialog"], [role="menu"]')) return
      // Who writes a comment means the letters.
      if (target?.closest('form') || (event.key === ' ' && target?.closest('button, a'))) return
      event.preventDefault()
      present(asked)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** A click on a button leaves the focus where it is, so that Space stays the next turn. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
}
