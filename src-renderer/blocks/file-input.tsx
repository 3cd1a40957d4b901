import { Checkbox, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FILE_KINDS, MAX_FILE_MEGABYTES, MAX_FILES } from '../../src-shared/blocks/file-input.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

type Data = DataOf<'fileInput'>

export function FileInputForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <PromptField data={data} change={change} />
      <Kinds block={block} data={data} change={change} />
      <div className={css.pair}>
        <NumberField
          label={t('blocks.fileInput.maxFiles')}
          path={['maxFiles']}
          value={data.maxFiles}
          min={1}
          max={MAX_FILES}
          commit={maxFiles => change(present => ({ ...present, maxFiles: maxFiles ?? 1 }))}
        />
        <NumberField
          fraction
          label={t('blocks.fileInput.maxMegabytes')}
          path={['maxMegabytes']}
          value={data.maxMegabytes}
          min={0.01}
          max={MAX_FILE_MEGABYTES}
          empty={t('blocks.fileInput.maxMegabytesNone')}
          commit={maxMegabytes => change(present => ({ ...present, maxMegabytes }))}
        />
      </div>
      <VariablePicker
        label={t('blocks.fileInput.saveTo')}
        hint={t('blocks.fileInput.saveToHint')}
        path={['saveTo']}
        value={data.saveTo}
        newType={data.maxFiles > 1 ? 'list' : 'text'}
        onPick={(saveTo, also) => change(present => ({ ...present, saveTo }), also)}
      />
      <VariablePicker
        label={t('blocks.fileInput.captionTo')}
        path={['captionTo']}
        value={data.captionTo}
        newType="text"
        onPick={(captionTo, also) => change(present => ({ ...present, captionTo }), also)}
      />
      <Switch
        size="xs"
        label={t('blocks.fileInput.skip')}
        description={t('blocks.fileInput.skipHint')}
        checked={data.skip}
        onChange={event => {
          const skip = event.currentTarget.checked
          change(present => ({ ...present, skip }))
        }}
      />
      <RetryField data={data} change={change} placeholder={t('blocks.fileInput.retryPlaceholder')} />
    </>
  )
}

function Kinds({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <fieldset className={css.choices} data-path="kinds">
      <legend className={css.heading}>{t('blocks.fileInput.kinds')}</legend>
      {FILE_KINDS.map(kind => (
        <Checkbox
          key={kind}
          size="xs"
          label={t(`blocks.fileInput.kind.${kind}`)}
          checked={data.kinds.includes(kind)}
          // Something must be accepted.
          disabled={data.kinds.length === 1 && data.kinds[0] === kind}
          onChange={event => {
            const isOn = event.currentTarget.checked
            change(present => ({
              ...present,
              kinds: FILE_KINDS.filter(each => (each === kind ? isOn : present.kinds.includes(each))),
            }))
          }}
        />
      ))}
    </fieldset>
  )
}
