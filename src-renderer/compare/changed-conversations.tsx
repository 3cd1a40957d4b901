import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BehaviourDifference } from '../testing/behaviour-difference.tsx'
import { useMoreConversations } from '../testing/use-more-conversations.ts'
import styles from './compare.module.css'
import type { Comparison } from './comparison.ts'

/** What the difference means to customers: the tests of both versions, played when somebody asks. */
export function ChangedConversations({ comparison }: Readonly<{ comparison: Comparison }>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { difference, rev } = useDeferredValue(comparison)
  const more = useMoreConversations()
  return (
    <details className={styles.conversations} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('compare.conversations')}</summary>
      {isOpen && (
        <BehaviourDifference before={difference.before} after={difference.after} rev={rev} more={more} />
      )}
    </details>
  )
}
