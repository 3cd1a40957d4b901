import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { BlockPicker } from '../inspector/fields/block-picker.tsx'
import css from '../inspector/fields/form.module.css'
import { showPlace } from '../state/show-place.ts'
import type { FormProps } from './kind-view.ts'

export function GoToForm({ block, data, change }: FormProps<DataOf<'goTo'>>) {
  const { t } = useTranslation()
  const target = data.block
  return (
    <>
      <BlockPicker
        label={t('blocks.goTo.block')}
        path={['block']}
        hint={t('blocks.goTo.hint')}
        value={target}
        except={block.id}
        onPick={picked => change(() => ({ block: picked }))}
      />
      {target !== null && (
        <Button className={css.start} size="compact-xs" variant="default" onClick={() => showPlace(target)}>
          {t('blocks.goTo.show')}
        </Button>
      )}
    </>
  )
}
