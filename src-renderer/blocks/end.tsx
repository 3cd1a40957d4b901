import { useTranslation } from 'react-i18next'
import { END_MODES } from '../../src-shared/blocks/end.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'

export function EndForm({ data, change }: FormProps<DataOf<'end'>>) {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceSelect
        label={t('blocks.end.mode')}
        path={['mode']}
        value={data.mode}
        options={END_MODES.map(mode => ({ value: mode, label: t(`blocks.end.modes.${mode}`) }))}
        hint={t(`blocks.end.help.${data.mode}`)}
        onPick={mode => change(present => ({ ...present, mode }))}
      />
      <TemplateField
        label={t('blocks.end.text')}
        placeholder={t('blocks.end.placeholder')}
        path={['text']}
        texts={data.text}
        update={map => change(present => ({ ...present, text: map(present.text) }))}
      />
    </>
  )
}
