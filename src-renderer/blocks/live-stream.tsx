import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { FileOrAddress } from '../media/file-or-address.tsx'
import type { FormProps } from './kind-view.ts'
import { TimeZoneField } from './time-zone-field.tsx'

type Data = DataOf<'liveStream'>

const MOMENT = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/

export function LiveStreamForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <TemplateField
        label={t('blocks.liveStream.text')}
        path={['text']}
        texts={data.text}
        update={map => change(present => ({ ...present, text: map(present.text) }))}
      />
      <SameTextField
        label={t('blocks.liveStream.url')}
        placeholder="https://"
        path={['url']}
        value={data.url}
        commit={url => change(present => ({ ...present, url }))}
      />
      <FileOrAddress
        label={t('blocks.liveStream.poster')}
        only="image"
        path={['poster']}
        value={data.poster}
        commit={poster => change(present => ({ ...present, poster }))}
      />
      <div className={css.pair}>
        {(['from', 'until'] as const).map(part => (
          <DraftInput
            key={part}
            field={`${block.id}.${part}`}
            label={t(`blocks.liveStream.${part}`)}
            placeholder="2026-12-31 20:00"
            path={[part]}
            value={data[part] ?? ''}
            check={text => (text === '' || MOMENT.test(text) ? null : t('blocks.liveStream.momentRule'))}
            commit={text => change(present => ({ ...present, [part]: text === '' ? null : text }))}
          />
        ))}
      </div>
      <TimeZoneField
        path={['zone']}
        value={data.zone}
        onPick={zone => change(present => ({ ...present, zone }))}
      />
      <TemplateField
        label={t('blocks.liveStream.outside')}
        hint={t('blocks.liveStream.outsideHint')}
        path={['outside']}
        texts={data.outside}
        update={map => change(present => ({ ...present, outside: map(present.outside) }))}
      />
    </>
  )
}
