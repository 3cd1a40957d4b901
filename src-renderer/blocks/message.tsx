import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'

export function MessageForm({ data, change }: FormProps<DataOf<'message'>>) {
  const { t } = useTranslation()
  return (
    <TemplateField
      label={t('blocks.message.text')}
      placeholder={t('blocks.message.placeholder')}
      path={['text']}
      rows={4}
      texts={data.text}
      update={map => change(present => ({ ...present, text: map(present.text) }))}
    />
  )
}
