import { useTranslation } from 'react-i18next'
import type { Localized } from '../../src-shared/document/localized.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'

type Change<Data> = (map: (data: Data) => Data) => boolean

/** What a block that asks says to a reply that does not fit. */
export function RetryField<Data extends { retry: Localized }>({
  data,
  change,
  placeholder,
}: {
  data: Data
  change: Change<Data>
  placeholder: string
}) {
  const { t } = useTranslation()
  return (
    <TemplateField
      label={t('blocks.asking.retry')}
      placeholder={placeholder}
      hint={t('blocks.asking.retryHint')}
      path={['retry']}
      texts={data.retry}
      update={map => change(present => ({ ...present, retry: map(present.retry) }))}
    />
  )
}
