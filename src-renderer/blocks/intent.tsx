import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_INTENTS } from '../../src-shared/blocks/intent.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { AddButton } from './add-button.tsx'
import { Fold } from './fold.tsx'
import { IntentPicker } from './intent-picker.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'intent'>
type Branch = Data['branches'][number]

export function IntentForm({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const document = useDocument()
  const set = (map: (branches: readonly Branch[]) => readonly Branch[], also?: Changes) =>
    change(present => ({ ...present, branches: [...map(present.branches)] }), also)
  const patch = (id: string, map: (branch: Branch) => Branch, also?: Changes) =>
    set(branches => branches.map(branch => (branch.id === id ? map(branch) : branch)), also)
  const nameOf = ({ intent }: Branch, at: number) =>
    (intent && document?.get(intent)?.name) || t('blocks.port.branch', { number: at + 1 })
  const asksWhich = Object.values(data.unsure).some(text => text.trim() !== '')
  return (
    <>
      <TemplateField
        label={t('blocks.intent.prompt')}
        hint={t('blocks.intent.promptHint')}
        placeholder={t('blocks.intent.promptPlaceholder')}
        path={['prompt']}
        texts={data.prompt}
        update={map => change(present => ({ ...present, prompt: map(present.prompt) }))}
      />
      <div className={css.section} data-path="branches">
        <h4 className={css.heading}>{t('blocks.intent.branches')}</h4>
        <SortableList
          label={t('blocks.intent.branches')}
          items={data.branches}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          onMove={(from, to) => set(branches => moveItem(branches, from, to))}
          render={(branch, at) => (
            <div className={css.card}>
              <div className={css.line}>
                <IntentPicker
                  label={t('blocks.intent.one', { number: at + 1 })}
                  path={['branches', at, 'intent']}
                  value={branch.intent}
                  onPick={(intent, also) => patch(branch.id, present => ({ ...present, intent }), also)}
                />
                <SmallButton
                  label={t('blocks.condition.remove', { number: at + 1 })}
                  disabled={data.branches.length === 1}
                  onClick={() => set(branches => branches.filter(({ id }) => id !== branch.id))}
                >
                  <IconX size={14} />
                </SmallButton>
              </div>
              {asksWhich && (
                <TemplateField
                  key={branch.id}
                  label={t('blocks.intent.label')}
                  path={['branches', at, 'label']}
                  rows={1}
                  texts={branch.label}
                  update={map => patch(branch.id, present => ({ ...present, label: map(present.label) }))}
                />
              )}
            </div>
          )}
        />
        {data.branches.length < MAX_INTENTS && (
          <AddButton
            label={t('blocks.condition.add')}
            onClick={() => set(branches => [...branches, { id: `br_${newId()}`, intent: null, label: {} }])}
          />
        )}
      </div>
      <TemplateField
        label={t('blocks.intent.unsure')}
        hint={t('blocks.intent.unsureHint')}
        placeholder={t('blocks.intent.unsurePlaceholder')}
        path={['unsure']}
        texts={data.unsure}
        update={map => change(present => ({ ...present, unsure: map(present.unsure) }))}
      />
      <Fold
        label={t('blocks.intent.keep')}
        startsOpen={data.saveIntent !== null || data.saveConfidence !== null}
      >
        {(['saveIntent', 'saveConfidence'] as const).map(part => (
          <VariablePicker
            key={part}
            label={t(`blocks.intent.${part}`)}
            path={[part]}
            value={data[part]}
            newType={part === 'saveIntent' ? 'text' : 'number'}
            onPick={(variable, also) => change(present => ({ ...present, [part]: variable }), also)}
          />
        ))}
      </Fold>
    </>
  )
}
