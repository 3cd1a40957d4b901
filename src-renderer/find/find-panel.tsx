import { type KeyboardEvent, useDeferredValue, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { indexOf } from '../../src-shared/search/search-bot.ts'
import { canvasActions } from '../canvas/canvas-actions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import css from './find.module.css'
import { FindBar } from './find-bar.tsx'
import { findNow, queryOf, useFind } from './find-state.ts'
import { unmark } from './mark-field.ts'
import { MatchList } from './match-list.tsx'
import { ReplaceOutcome } from './replace-outcome.tsx'

/** Find and replace in the whole bot: what is looked for above, everything that holds it below. */
export function FindPanel() {
  const { t } = useTranslation()
  const state = useFind()
  const editor = useWorkbench(({ editor }) => editor)
  // Typing goes first; the list follows as soon as there is time for it.
  const late = useDeferredValue(state)
  useWorkbench(({ rev }) => rev)
  useWorkbench(({ flow }) => (state.onlyFlow ? flow : null))
  useEffect(() => {
    if (!editor) return
    const idle = requestIdleCallback(() => indexOf(editor.document))
    return () => cancelIdleCallback(idle)
  }, [editor])
  useEffect(() => unmark, [])
  const found = findNow(queryOf(late))
  const nothing = late.onlyFlow ? 'find.noneInFlow' : 'find.none'
  return (
    <Panel title={t('find.title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape steps out of every control in here */}
      <div className={css.find} onKeyDown={stepOut}>
        <FindBar found={found} />
        <ReplaceOutcome />
        {late.text === '' && <EmptyState text={t('find.empty')} />}
        {late.text !== '' && found.matches.length === 0 && (
          <EmptyState text={t(nothing, { text: late.text })} />
        )}
        {found.matches.length > 0 && <MatchList found={found} at={state.at} />}
      </div>
    </Panel>
  )
}

function stepOut(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  canvasActions.focus()
}
