import { useTranslation } from 'react-i18next'
import { confidenceOf } from '../../../src-shared/understanding/understanding.ts'
import { NumberField } from '../fields/number-field.tsx'
import { putSettings, useSettings } from './use-settings.ts'

const USUAL = confidenceOf({})

/** How sure the understanding must be (NHN-30); people read percent, documents hold 0 to 1. */
export function UnderstandingSettings() {
  const { t } = useTranslation()
  const settings = useSettings()
  return (['threshold', 'margin'] as const).map(member => {
    const value = settings[member]
    return (
      <NumberField
        key={member}
        label={t(`botSettings.${member}`)}
        hint={t(`botSettings.${member}Hint`)}
        path={['settings', member]}
        value={value === undefined ? null : percent(value)}
        min={0}
        max={100}
        fraction
        empty={String(percent(USUAL[member]))}
        commit={typed =>
          putSettings(present => ({ ...present, [member]: typed === null ? undefined : typed / 100 }))
        }
      />
    )
  })
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
