import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_BRANCHES } from '../../src-shared/blocks/condition.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { newId } from '../state/open-bot.ts'
import { AddButton } from './add-button.tsx'
import { ConditionWhen } from './condition-when.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'condition'>
type Branch = Data['branches'][number]

export function ConditionForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const setBranches = (map: (branches: readonly Branch[]) => readonly Branch[]) =>
    change(present => ({ ...present, branches: [...map(present.branches)] }))
  const patch = (id: string, part: Partial<Branch>) =>
    setBranches(branches => branches.map(branch => (branch.id === id ? { ...branch, ...part } : branch)))
  const add = () => setBranches(branches => [...branches, { id: `br_${newId()}`, name: '', when: '' }])
  return (
    <div className={css.section} data-path="branches">
      <h4 className={css.heading}>{t('blocks.condition.branches')}</h4>
      <SortableList
        label={t('blocks.condition.branches')}
        items={data.branches}
        keyOf={({ id }) => id}
        nameOf={({ name }, at) => name || t('blocks.port.branch', { number: at + 1 })}
        onMove={(from, to) => setBranches(branches => moveItem(branches, from, to))}
        render={({ id, name, when }, at) => (
          <div className={css.card}>
            <div className={css.line}>
              <DraftInput
                key={id}
                quiet
                field={`${block.id}.${id}.name`}
                label={t('blocks.condition.branchName', { number: at + 1 })}
                placeholder={t('blocks.condition.namePlaceholder')}
                path={['branches', at, 'name']}
                value={name}
                check={text => (text.length > 80 ? t('inspector.field.atMost', { count: 80 }) : null)}
                commit={text => patch(id, { name: text })}
              />
              <SmallButton
                label={t('blocks.condition.remove', { number: at + 1 })}
                disabled={data.branches.length === 1}
                onClick={() => setBranches(branches => branches.filter(branch => branch.id !== id))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <ConditionWhen
              key={`${id}.when`}
              id={id}
              at={at}
              when={when}
              commit={formula => patch(id, { when: formula })}
            />
          </div>
        )}
      />
      {data.branches.length < MAX_BRANCHES && <AddButton label={t('blocks.condition.add')} onClick={add} />}
      <p className={css.note}>{t('blocks.condition.else')}</p>
    </div>
  )
}
