import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'
import { MainMenuSwitch } from './main-menu-switch.tsx'
import { MenuOptions } from './menu-options.tsx'

export function MenuForm({ block, data, change }: FormProps<DataOf<'menu'>>) {
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
      <MenuOptions block={block} data={data} change={change} />
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
