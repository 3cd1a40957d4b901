import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_SPLIT_BRANCHES, MAX_WEIGHT } from '../../src-shared/blocks/split.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { newId } from '../state/open-bot.ts'
import { AddButton } from './add-button.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'split'>
type Branch = Data['branches'][number]

export function SplitForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const set = (map: (branches: readonly Branch[]) => readonly Branch[]) =>
    change(present => ({ ...present, branches: [...map(present.branches)] }))
  const patch = (id: string, part: Partial<Branch>) =>
    set(branches => branches.map(branch => (branch.id === id ? { ...branch, ...part } : branch)))
  const total = data.branches.reduce((sum, { weight }) => sum + weight, 0)
  const share = (weight: number) => Math.round((weight / total) * 100)
  return (
    <div className={css.section} data-path="branches">
      <h4 className={css.heading}>{t('blocks.split.branches')}</h4>
      <SortableList
        label={t('blocks.split.branches')}
        items={data.branches}
        keyOf={({ id }) => id}
        nameOf={({ name }, at) => name || t('blocks.port.branch', { number: at + 1 })}
        onMove={(from, to) => set(branches => moveItem(branches, from, to))}
        render={({ id, name, weight }, at) => (
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
                disabled={data.branches.length === 2}
                onClick={() => set(branches => branches.filter(branch => branch.id !== id))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <NumberField
              label={t('blocks.split.weight')}
              name={`${id}.weight`}
              path={['branches', at, 'weight']}
              value={weight}
              min={1}
              max={MAX_WEIGHT}
              hint={t('blocks.split.share', { share: share(weight) })}
              commit={value => patch(id, { weight: value ?? 1 })}
            />
          </div>
        )}
      />
      {data.branches.length < MAX_SPLIT_BRANCHES && (
        <AddButton
          label={t('blocks.condition.add')}
          onClick={() => set(branches => [...branches, { id: `br_${newId()}`, name: '', weight: 1 }])}
        />
      )}
    </div>
  )
}
