import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'
import { MainMenuSwitch } from './main-menu-switch.tsx'
import { MenuList } from './menu-list.tsx'
import { OptionList } from './option-list.tsx'

type Data = DataOf<'menu'>

export function MenuForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <TemplateField
        label={t('blocks.menu.prompt')}
        placeholder={t('blocks.menu.promptPlaceholder')}
        path={['prompt']}
        rows={3}
        texts={data.prompt}
        update={map => change(present => ({ ...present, prompt: map(present.prompt) }))}
      />
      <OptionList
        block={block.id}
        options={data.options}
        atLeast={data.list ? 0 : 1}
        setOptions={map => change(present => ({ ...present, options: [...map(present.options)] }))}
      />
      {(['back', 'mainMenu'] as const).map(way => (
        <Switch
          key={way}
          size="xs"
          label={t(`blocks.menu.${way}`)}
          description={t(`blocks.menu.${way}Hint`)}
          checked={data[way] ?? false}
          onChange={event => {
            const isOn = event.currentTarget.checked
            change(({ [way]: _, ...present }) => (isOn ? { ...present, [way]: true } : present))
          }}
        />
      ))}
      <MenuList block={block} data={data} change={change} />
      <TemplateField
        label={t('blocks.menu.retry')}
        placeholder={t('blocks.menu.retryPlaceholder')}
        hint={t('blocks.menu.retryHint')}
        path={['retry']}
        texts={data.retry}
        update={map => change(present => ({ ...present, retry: map(present.retry) }))}
      />
      <MainMenuSwitch block={block} />
    </>
  )
}
