import { useTranslation } from 'react-i18next'
import { SettingText, SettingWords } from './setting-fields.tsx'

/** How customers end all messages and allow them again (NHN-36). */
export function ConsentSettings() {
  const { t } = useTranslation()
  return (
    <>
      <SettingWords list="optOut" hint={t('botSettings.optOutWordsHint')} />
      <SettingText member="optOutText" rows={2} usual="optOut" />
      <SettingWords list="optIn" />
      <SettingText member="optInText" rows={2} usual="optIn" />
    </>
  )
}
