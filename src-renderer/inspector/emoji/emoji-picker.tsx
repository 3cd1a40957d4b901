import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import field from '../fields/field.module.css'
import { type EmojiGroup, findEmoji, loadEmoji } from './emoji-data.ts'
import css from './emoji-picker.module.css'
import { recentEmoji, rememberEmoji } from './recent-emoji.ts'

const COLUMNS = 8
const MOST_FOUND = 200

/** Emoji to choose from: typed for, or walked through with the arrows. */
export function EmojiPicker({ onPick }: { onPick: (sign: string) => void }) {
  const { t, i18n } = useTranslation()
  const [groups, setGroups] = useState<readonly EmojiGroup[] | null>(null)
  const [sought, setSought] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isCurrent = true
    void loadEmoji(i18n.language).then(found => isCurrent && setGroups(found))
    return () => {
      isCurrent = false
    }
  }, [i18n.language])
  const pick = (sign: string) => {
    rememberEmoji(sign)
    onPick(sign)
  }
  const shown = groups && shownGroups(groups, sought)
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') focusAt(grid.current, 0)
    else if (event.key === 'Enter' && shown?.[0]?.emoji[0]) pick(shown[0].emoji[0].sign)
    else return
    event.preventDefault()
  }
  return (
    <div className={css.picker}>
      <input
        type="search"
        className={field.input}
        data-autofocus
        // biome-ignore lint/a11y/noAutofocus: the person has just opened it to type here
        autoFocus
        aria-label={t('editor.emoji.search')}
        placeholder={t('editor.emoji.search')}
        value={sought}
        onChange={event => setSought(event.target.value)}
        onKeyDown={onSearchKey}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div ref={grid} className={css.groups} onKeyDown={event => walk(event, grid.current)}>
        {shown?.map(({ key, emoji }) => (
          <section key={key} className={css.group}>
            <h4>{t(`editor.emoji.groups.${key}`)}</h4>
            <div className={css.grid}>
              {emoji.map(({ sign, name }) => (
                <button
                  key={sign}
                  type="button"
                  className={css.emoji}
                  tabIndex={-1}
                  aria-label={name}
                  title={name}
                  onClick={() => pick(sign)}
                >
                  {sign}
                </button>
              ))}
            </div>
          </section>
        ))}
        {shown?.length === 0 && <p className={css.nothing}>{t('editor.emoji.nothing')}</p>}
      </div>
    </div>
  )
}

function shownGroups(groups: readonly EmojiGroup[], sought: string): readonly EmojiGroup[] {
  if (sought.trim() !== '') {
    const found = findEmoji(groups, sought).slice(0, MOST_FOUND)
    return found.length > 0 ? [{ key: 'found', emoji: found }] : []
  }
  const bySign = new Map(groups.flatMap(({ emoji }) => emoji.map(one => [one.sign, one] as const)))
  const recent = recentEmoji().flatMap(sign => {
    const known = bySign.get(sign)
    return known ? [known] : []
  })
  return recent.length > 0 ? [{ key: 'recent', emoji: recent }, ...groups] : groups
}

/** Arrows walk the grid, over the ends of its groups too; up from its first row leads back to the search. */
function walk(event: KeyboardEvent, grid: HTMLElement | null): void {
  const buttons = [...(grid?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: COLUMNS,
    ArrowUp: -COLUMNS,
  }
  const step = steps[event.key]
  if (step === undefined || at < 0) return
  event.preventDefault()
  if (at + step < 0) grid?.parentElement?.querySelector('input')?.focus()
  else focusAt(grid, Math.min(at + step, buttons.length - 1))
}

function focusAt(grid: HTMLElement | null, at: number): void {
  const buttons = grid?.querySelectorAll('button')
  buttons?.[at]?.focus()
}
