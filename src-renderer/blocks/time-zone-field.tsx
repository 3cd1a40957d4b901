import { useTranslation } from 'react-i18next'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import { Picker } from '../inspector/fields/picker.tsx'

type Props = Readonly<{ path: FieldPath; value: string; onPick: (zone: string) => void }>

/** A choice among the time zones the platform knows, the computer's own first. */
export function TimeZoneField({ path, value, onPick }: Props) {
  const { t } = useTranslation()
  const choices = () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    const zones = new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])
    return [{ group: null, items: [...zones].map(zone => ({ value: zone, label: spaced(zone) })) }]
  }
  return (
    <Picker
      clearable={false}
      label={t('blocks.timeZone')}
      path={path}
      placeholder={t('blocks.timeZone')}
      chosen={{ value, label: spaced(value) }}
      choices={choices}
      onPick={zone => zone !== null && onPick(zone)}
    />
  )
}

function spaced(zone: string): string {
  return zone.replaceAll('_', ' ')
}
