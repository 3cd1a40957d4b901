import { useTranslation } from 'react-i18next'
import styles from './comment-count.module.css'

/** A speech bubble with the number of open comments on what it stands at; nothing where there are none. */
export function CommentCount({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span className={styles.count} role="img" aria-label={t('review.marks', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  )
}
