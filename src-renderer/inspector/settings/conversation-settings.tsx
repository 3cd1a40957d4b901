import { useTranslation } from 'react-i18next'
import { DEFAULT_INACTIVITY_MINUTES } from '../../../src-shared/document/settings.ts'
import { NumberField } from '../fields/number-field.tsx'
import { putSettings, useSettings } from './use-settings.ts'

/** When a silent conversation is closed (KAR-12). */
export function ConversationSettings() {
  const { t } = useTranslation()
  const { inactivityMinutes } = useSettings()
  return (
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
  )
}
