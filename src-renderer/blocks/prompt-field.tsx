import { useTranslation } from 'react-i18next'
import type { Localized } from '../../src-shared/document/localized.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'

type Change<Data> = (map: (data: Data) => Data) => boolean

/** What a block that asks says first. */
export function PromptField<Data extends { prompt: Localized }>({
  data,
  change,
}: {
  data: Data
  change: Change<Data>
}) {
  const { t } = useTranslation()
  return (
    <TemplateField
      label={t('blocks.asking.prompt')}
      path={['prompt']}
      rows={3}
      texts={data.prompt}
      update={map => change(present => ({ ...present, prompt: map(present.prompt) }))}
    />
  )
}
