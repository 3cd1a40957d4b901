import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useReady } from '../ui/use-ready.ts'
import { ChangeList } from './change-list.tsx'
import { ChangedConversations } from './changed-conversations.tsx'
import styles from './compare.module.css'
import { closeCompare } from './compare-actions.ts'
import { CompareBar } from './compare-bar.tsx'
import { ComparePane } from './compare-pane.tsx'
import { useCompare } from './compare-state.ts'
import { useComparison } from './comparison.ts'
import { useSideName } from './side-name.ts'

/** Two versions of a bot: drawn beside each other or on one another, and told in words (requirements.md KAL-07). */
export function CompareScreen() {
  const { t } = useTranslation()
  const comparison = useComparison()
  const { before, after, mode } = useCompare()
  const nameOf = useSideName()
  useReady(comparison !== null)
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      const isBusy = event.target instanceof HTMLElement && event.target.closest('[role="listbox"], select')
      if (event.key === 'Escape' && !event.defaultPrevented && !isBusy) closeCompare()
    }
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [])
  if (!comparison) return null
  const { difference, marks, both } = comparison
  const side = (which: 'before' | 'after', name: string) =>
    t('compare.drawing', { side: t(`compare.${which}`), name })
  return (
    <div className={styles.screen}>
      <CompareBar comparison={comparison} />
      <div className={styles.middle}>
        <main className={styles.drawings}>
          {mode === 'beside' ? (
            <>
              <ComparePane
                document={difference.before}
                marks={marks.before}
                name={side('before', nameOf(before))}
              />
              <ComparePane
                document={difference.after}
                marks={marks.after}
                name={side('after', nameOf(after))}
              />
            </>
          ) : (
            <ComparePane document={both} marks={marks.both} name={t('compare.overlaid')} />
          )}
        </main>
        <aside className={styles.side} aria-label={t('compare.list')}>
          <ChangeList comparison={comparison} />
          <ChangedConversations comparison={comparison} />
        </aside>
      </div>
    </div>
  )
}
