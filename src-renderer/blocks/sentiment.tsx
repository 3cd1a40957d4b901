import { useTranslation } from 'react-i18next'
import css from '../inspector/fields/form.module.css'

export function SentimentForm() {
  const { t } = useTranslation()
  return <p className={css.note}>{t('blocks.sentiment.hint')}</p>
}
