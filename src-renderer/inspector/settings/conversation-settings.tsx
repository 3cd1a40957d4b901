import { useTranslation } from 'react-i18next'
import { DEFAULT_INACTIVITY_MINUTES } from '../../../src-shared/document/settings.ts'
import { NumberField } from '../fields/number-field.tsx'
import { SettingText } from './setting-fields.tsx'
import { putSettings, useSettings } from './use-settings.ts'

/** When a silent conversation is closed, and what is said around the answers (KAR-12, KAR-20, NHN-21). */
export function ConversationSettings() {
  const { t } = useTranslation()
  const { inactivityMinutes } = useSettings()
  const nothing = { says: t('botSettings.nothing') }
  return (
    <>
      <NumberField
        label={t('botSettings.inactivityMinutes')}
        hint={t('botSettings.inactivityHint')}
        path={['settings', 'inactivityMinutes']}
        value={inactivityMinutes ?? null}
        min={15}
        max={10_080}
        empty={String(DEFAULT_INACTIVITY_MINUTES)}
        commit={minutes => putSettings(present => ({ ...present, inactivityMinutes: minutes ?? undefined }))}
      />
      <SettingText member="inactivityText" rows={2} usual={nothing} />
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
