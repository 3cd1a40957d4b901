import { useTranslation } from 'react-i18next'
import { NumberField } from '../fields/number-field.tsx'
import { SettingSwitch } from './setting-fields.tsx'
import { putSettings, useSettings } from './use-settings.ts'

/** The three ways in which failing leads to a person (KAR-11, D-09, NHN-32). */
export function StrikeSettings() {
  const { t } = useTranslation()
  const { transferOnSentiment } = useSettings()
  return (
    <>
      <SettingSwitch member="transferOnInvalid" />
      <SettingSwitch member="transferOnNegative" hint={t('botSettings.transferOnNegativeHint')} />
      <NumberField
        label={t('botSettings.transferOnSentiment')}
        hint={t('botSettings.transferOnSentimentHint')}
        path={['settings', 'transferOnSentiment']}
        value={transferOnSentiment ?? null}
        min={1}
        max={10}
        empty={t('botSettings.never')}
        commit={count => putSettings(present => ({ ...present, transferOnSentiment: count ?? undefined }))}
      />
    </>
  )
}
