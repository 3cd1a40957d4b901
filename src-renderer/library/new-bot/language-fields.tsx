import { MultiSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryChoices } from '../../inspector/countries.ts'
import { languageName } from '../../inspector/fields/language-name.ts'
import styles from './new-bot.module.css'

type Props = Readonly<{
  offered: readonly string[]
  locales: readonly string[]
  country: string | null
  onLocales: (locales: readonly string[]) => void
  onCountry: (country: string | null) => void
}>

/** The languages of a new bot, which of them is its own, and the country of phone numbers. */
export function LanguageFields({ offered, locales, country, onLocales, onCountry }: Props) {
  const { t, i18n } = useTranslation()
  const choice = (value: string) => ({ value, label: languageName(value, i18n.language) })
  const countries = useMemo(
    () => countryChoices(i18n.language).map(({ value, label }) => ({ value, label })),
    [i18n.language],
  )
  return (
    <>
      <MultiSelect
        size="xs"
        label={t('newBot.languages')}
        searchable
        data={offered.map(choice).sort((a, b) => a.label.localeCompare(b.label))}
        value={[...locales]}
        error={locales.length === 0 ? t('newBot.noLanguage') : null}
        onChange={onLocales}
      />
      <div className={styles.pair}>
        <Select
          size="xs"
          label={t('newBot.defaultLanguage')}
          allowDeselect={false}
          disabled={locales.length < 2}
          data={locales.map(choice)}
          value={locales[0] ?? null}
          onChange={first => first && onLocales([first, ...locales.filter(locale => locale !== first)])}
        />
        <Select
          size="xs"
          label={t('newBot.country')}
          placeholder={t('newBot.noCountry')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('newBot.clearCountry') }}
          data={countries}
          value={country}
          onChange={onCountry}
        />
      </div>
    </>
  )
}
