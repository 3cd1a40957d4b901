import { useTranslation } from 'react-i18next'
import { HANDOVER_REASONS } from '../../src-shared/blocks/effect.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../inspector/fields/form.module.css'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useDocument } from '../state/edits.ts'
import type { FormProps } from './kind-view.ts'

const LABELS = ['skill', 'webstore', 'channelLabel'] as const

export function HandoverForm({ data, change }: FormProps<DataOf<'handover'>>) {
  const { t } = useTranslation()
  const document = useDocument()
  const hasPreChat = [...(document?.all('block') ?? [])].some(
    ({ kind, data: other }) => kind === 'entry' && other.trigger === 'preChat',
  )
  return (
    <>
      <TemplateField
        label={t('blocks.handover.text')}
        placeholder={t('blocks.handover.textPlaceholder')}
        path={['text']}
        texts={data.text}
        update={map => change(present => ({ ...present, text: map(present.text) }))}
      />
      <ChoiceSelect
        label={t('blocks.handover.reason')}
        path={['reason']}
        value={data.reason}
        options={HANDOVER_REASONS.map(reason => ({
          value: reason,
          label: t(`blocks.handover.reasons.${reason}`),
        }))}
        onPick={reason => change(present => ({ ...present, reason }))}
      />
      {LABELS.map(part => (
        <SameTextField
          key={part}
          label={t(`blocks.handover.${part}`)}
          hint={t(`blocks.handover.${part}Hint`)}
          path={[part]}
          value={data[part]}
          commit={text => change(present => ({ ...present, [part]: text }))}
        />
      ))}
      <p className={css.note}>{t(hasPreChat ? 'blocks.handover.hint' : 'blocks.handover.noPreChat')}</p>
    </>
  )
}
