import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { LANGUAGE_MODES } from '../../src-shared/blocks/language.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'

export function LanguageForm({ data, change }: FormProps<DataOf<'language'>>) {
  const { t, i18n } = useTranslation()
  const { locales } = useTextLocale()
  const { mode, locale } = data
  const offered = locale === null || locales.includes(locale) ? locales : [locale, ...locales]
  return (
    <>
      <ChoiceSelect
        label={t('blocks.language.mode')}
        path={['mode']}
        value={mode}
        options={LANGUAGE_MODES.map(value => ({ value, label: t(`blocks.language.modes.${value}`) }))}
        hint={t(`blocks.language.help.${mode}`)}
        onPick={picked => change(present => ({ ...present, mode: picked }))}
      />
      {mode === 'ask' && (
        <TemplateField
          label={t('blocks.language.prompt')}
          placeholder={t('blocks.language.promptPlaceholder')}
          path={['prompt']}
          texts={data.prompt}
          update={map => change(present => ({ ...present, prompt: map(present.prompt) }))}
        />
      )}
      {mode === 'fixed' && (
        <ChoiceSelect
          label={t('blocks.language.locale')}
          path={['locale']}
          value={locale ?? ''}
          options={[
            ...(locale === null ? [{ value: '', label: t('blocks.language.choose') }] : []),
            ...offered.map(value => ({ value, label: languageName(value, i18n.language) })),
          ]}
          onPick={picked => change(present => ({ ...present, locale: picked === '' ? null : picked }))}
        />
      )}
      {mode === 'detect' && (
        <VariablePicker
          label={t('blocks.language.variable')}
          path={['variable']}
          value={data.variable}
          newType="text"
          onPick={(variable, also) => change(present => ({ ...present, variable }), also)}
        />
      )}
    </>
  )
}
