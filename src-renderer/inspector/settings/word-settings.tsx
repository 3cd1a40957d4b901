import { useTranslation } from 'react-i18next'
import css from '../fields/form.module.css'
import { SettingText } from './setting-fields.tsx'

const WORDS = ['back', 'mainMenu', 'more', 'done'] as const

/** What the bot's own buttons say. */
export function WordSettings() {
  const { t } = useTranslation()
  return (
    <>
      <p className={css.note}>{t('botSettings.wordsNote')}</p>
      {WORDS.map(word => (
        <SettingText key={word} member={`${word}Label`} usual={word} />
      ))}
    </>
  )
}
