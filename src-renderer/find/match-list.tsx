import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchMatch } from '../../src-shared/search/search-bot.ts'
import { useDocument } from '../state/edits.ts'
import { excerptOf } from './excerpt.ts'
import css from './find.module.css'
import { goTo, open, step } from './find-actions.ts'
import type { Found } from './find-state.ts'
import { HEADER, lineOf, linesOf, ROW, shownLines } from './match-lines.ts'
import { matchPlace } from './match-place.ts'

type Props = Readonly<{ found: Found; at: number }>

/** All matches by flow; only the lines in sight are there, for there may be thousands. */
export function MatchList({ found, at }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const frame = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const lines = linesOf(found.groups)
  useEffect(() => {
    const list = frame.current
    if (!list) return
    const measure = () => setView({ top: list.scrollTop, height: list.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    return () => observer.disconnect()
  }, [])
  const line = at < 0 ? null : lineOf(found.groups, at)
  useEffect(() => {
    const list = frame.current
    if (!list || line === null) return
    if (line < list.scrollTop + HEADER) list.scrollTop = line - HEADER
    else if (line + ROW > list.scrollTop + list.clientHeight) list.scrollTop = line + ROW - list.clientHeight
  }, [line])
  if (!document) return null
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) step(by)
    else if (event.key === 'Enter' && at >= 0) open(at)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      className={css.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('find.list')}
      aria-activedescendant={at < 0 ? undefined : `match-${at}`}
      onScroll={event =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      onKeyDown={onKeyDown}
    >
      <div className={css.lines} role="presentation" style={{ height: lines }}>
        {shownLines(found.groups, view).map(({ top, group, match }) =>
          match === null ? (
            <div key={`group-${group.from}`} className={css.group} role="presentation" style={{ top }}>
              <span>{group.flow ? document.get(group.flow)?.name : t('find.shared')}</span>
              <span>{group.count}</span>
            </div>
          ) : (
            <MatchRow
              key={match}
              at={match}
              isAt={match === at}
              count={found.matches.length}
              top={top}
              match={found.matches[match] as SearchMatch}
            />
          ),
        )}
      </div>
    </div>
  )
}

type RowProps = Readonly<{ match: SearchMatch; at: number; isAt: boolean; count: number; top: number }>

function MatchRow({ match, at, isAt, count, top }: RowProps) {
  const { t } = useTranslation()
  const document = useDocument()
  const { before, hit, after } = excerptOf(match)
  return (
    <div
      id={`match-${at}`}
      className={css.match}
      role="option"
      tabIndex={-1}
      aria-selected={isAt}
      aria-posinset={at + 1}
      aria-setsize={count}
      style={{ top }}
      onPointerDown={event => event.preventDefault()}
      onClick={() => goTo(at)}
      onDoubleClick={() => open(at)}
      onKeyDown={() => {}}
    >
      <span className={css.excerpt}>
        {before}
        <mark>{hit}</mark>
        {after}
      </span>
      <span className={css.place}>{document && matchPlace(t, document, match)}</span>
    </div>
  )
}
