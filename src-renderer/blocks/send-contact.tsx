import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'

export function SendContactForm({ data, change }: FormProps<DataOf<'sendContact'>>) {
  const { t } = useTranslation()
  const text = (part: 'text' | 'name' | 'organisation') => (
    <TemplateField
      label={t(`blocks.sendContact.${part}`)}
      path={[part]}
      rows={part === 'text' ? 2 : 1}
      plain={part !== 'text'}
      texts={data[part]}
      update={map => change(present => ({ ...present, [part]: map(present[part]) }))}
    />
  )
  return (
    <>
      {text('text')}
      {text('name')}
      <SameTextField
        label={t('blocks.sendContact.phone')}
        placeholder="+5511987654321"
        path={['phone']}
        value={data.phone}
        commit={phone => change(present => ({ ...present, phone }))}
      />
      <SameTextField
        label={t('blocks.sendContact.email')}
        path={['email']}
        value={data.email}
        commit={email => change(present => ({ ...present, email }))}
      />
      {text('organisation')}
    </>
  )
}
