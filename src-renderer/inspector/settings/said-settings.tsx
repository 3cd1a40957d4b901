import { useTranslation } from 'react-i18next'
import { SettingText } from './setting-fields.tsx'
import { useSettings } from './use-settings.ts'

/** What the bot says by itself, around the answers of its blocks (KAR-20, KAR-21, NHN-21). */
export function SaidSettings() {
  const { t } = useTranslation()
  const { transferOnInvalid = false } = useSettings()
  const nothing = { says: t('botSettings.nothing') }
  return (
    <>
      <SettingText member="inactivityText" rows={2} usual={nothing} />
      <SettingText
        member="invalidTransferText"
        rows={2}
        hint={transferOnInvalid ? undefined : t('botSettings.invalidTransferOff')}
        usual={nothing}
      />
      <SettingText
        member="notUnderstoodText"
        rows={2}
        hint={t('botSettings.notUnderstoodHint')}
        usual={{ says: t('botSettings.notUnderstoodPlaceholder') }}
      />
      <SettingText member="header" usual={nothing} />
      <SettingText member="footer" hint={t('botSettings.dressHint')} usual={nothing} />
    </>
  )
}
