import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import css from '../inspector/fields/form.module.css'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'
import { PlaceList } from './place-list.tsx'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

type Data = DataOf<'askLocation'>
type Kept = 'latitudeTo' | 'longitudeTo' | 'addressTo' | 'nearestTo' | 'distanceTo'

export function AskLocationForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const keep = (member: Kept, newType: ValueType) => (
    <VariablePicker
      label={t(`blocks.askLocation.${member}`)}
      path={[member]}
      value={data[member]}
      newType={newType}
      onPick={(variable, also) => change(present => ({ ...present, [member]: variable }), also)}
    />
  )
  return (
    <>
      <PromptField data={data} change={change} />
      <div className={css.pair}>
        {keep('latitudeTo', 'number')}
        {keep('longitudeTo', 'number')}
      </div>
      <Switch
        size="xs"
        label={t('blocks.askLocation.acceptsAddress')}
        description={t('blocks.askLocation.acceptsAddressHint')}
        checked={data.acceptsAddress}
        onChange={event => {
          const acceptsAddress = event.currentTarget.checked
          change(present => ({ ...present, acceptsAddress }))
        }}
      />
      {keep('addressTo', 'text')}
      <PlaceList block={block} data={data} change={change} />
      <div className={css.pair}>
        {keep('nearestTo', 'text')}
        {keep('distanceTo', 'number')}
      </div>
      <RetryField data={data} change={change} placeholder={t('blocks.askLocation.retryPlaceholder')} />
    </>
  )
}
