import { useTranslation } from 'react-i18next'
import styles from './canvas.module.css'

/** What an empty flow says. */
export function CanvasHint({ isEmpty }: Readonly<{ isEmpty: boolean }>) {
  const { t } = useTranslation()
  return isEmpty ? <p className={styles.hint}>{t('canvas.empty')}</p> : null
}
