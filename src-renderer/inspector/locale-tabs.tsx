import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import { ChoiceSelect } from './fields/choice-select.tsx'
import { languageName } from './fields/language-name.ts'
import { useTextLocale } from './fields/use-text-locale.ts'
import css from './inspector.module.css'

/** More languages than this do not stand side by side in the inspector. */
const MOST_TABS = 4

/** Which language the texts below are written in; nothing for a bot of one language. */
export function LocaleTabs() {
  const { t, i18n } = useTranslation()
  const { locale, locales } = useTextLocale()
  if (locales.length < 2) return null
  const pick = (picked: string) => useWorkbench.setState({ locale: picked })
  const label = t('inspector.locale.label')
  if (locales.length > MOST_TABS) {
    const options = locales.map(value => ({ value, label: languageName(value, i18n.language) }))
    return <ChoiceSelect label={label} value={locale} options={options} onPick={pick} />
  }
  return (
    <SegmentedControl
      className={css.tabs}
      size="xs"
      fullWidth
      aria-label={label}
      value={locale}
      data={locales.map(value => ({
        value,
        label: <span title={languageName(value, i18n.language)}>{value}</span>,
      }))}
      onChange={pick}
    />
  )
}
