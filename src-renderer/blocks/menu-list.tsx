import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import css from '../inspector/fields/form.module.css'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'menu'>
type List = NonNullable<Data['list']>

const NONE: List = { labels: null, values: null, saveTo: null }

/** Options made of a list when the menu is shown: where their labels and values come from, and what is kept. */
export function MenuList({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const { list } = data
  const patch = (part: Partial<List>, also?: Changes) =>
    change(present => ({ ...present, list: { ...(present.list ?? NONE), ...part } }), also)
  const pick = (member: keyof List, newType: 'list' | 'text') => (
    <VariablePicker
      label={t(`blocks.menu.list.${member}`)}
      path={['list', member]}
      value={list?.[member] ?? null}
      newType={newType}
      hint={t(`blocks.menu.list.${member}Hint`)}
      onPick={(variable, also) => patch({ [member]: variable }, also)}
    />
  )
  return (
    <div className={css.section} data-path="list">
      <Switch
        size="xs"
        label={t('blocks.menu.list.on')}
        description={t('blocks.menu.list.hint')}
        checked={list !== undefined}
        // A menu without any option is none, so the last written one must stay when the list goes.
        disabled={list !== undefined && data.options.length === 0}
        onChange={event => {
          const isOn = event.currentTarget.checked
          change(({ list: _, ...present }) => (isOn ? { ...present, list: NONE } : present))
        }}
      />
      {list && (
        <>
          {pick('labels', 'list')}
          {pick('values', 'list')}
          {pick('saveTo', 'text')}
        </>
      )}
    </div>
  )
}
