import { useTranslation } from 'react-i18next'
import { addPreChat } from '../../src-shared/blocks/edits/add-pre-chat.ts'
import { HANDOVER_REASONS } from '../../src-shared/blocks/effect.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../inspector/fields/form.module.css'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { commit, useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { AddButton } from './add-button.tsx'
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
      {document && !hasPreChat && <AddPreChat document={document} />}
    </>
  )
}

function AddPreChat({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const add = () => {
    const locale = document.bot.locales[0] ?? 'en'
    const flow = t('blocks.handover.preChatFlow')
    const question = t('blocks.handover.preChatQuestion', { lng: locale })
    commit(addPreChat(document, { flow, question, locale }, newId), { key: 'blocks.edit.preChat' })
  }
  return <AddButton label={t('blocks.handover.addPreChat')} onClick={add} />
}
