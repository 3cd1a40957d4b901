import { useTranslation } from 'react-i18next'
import type { MediaData } from '../../src-shared/blocks/message-fields.ts'
import { kindOfType } from '../../src-shared/channels/file-fit.ts'
import { MEDIA_KINDS } from '../../src-shared/message/message.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { FileOrAddress } from '../media/file-or-address.tsx'

type Props = Readonly<{
  media: MediaData | undefined
  path: FieldPath
  change: (map: (media: MediaData | undefined) => MediaData | undefined) => boolean
}>

const NEW_MEDIA = { kind: 'image', url: '' } as const

/** A picture, film, sound or document by its address; without a kind there is none. */
export function MediaFields({ media, path, change }: Props) {
  const { t } = useTranslation()
  const patch = (part: Partial<MediaData>) => change(present => ({ ...(present ?? NEW_MEDIA), ...part }))
  return (
    <>
      <ChoiceSelect
        label={t('blocks.media.kind')}
        path={[...path, 'kind']}
        value={media?.kind ?? 'none'}
        options={(['none', ...MEDIA_KINDS] as const).map(kind => ({
          value: kind,
          label: t(`blocks.media.kinds.${kind}`),
        }))}
        onPick={kind => (kind === 'none' ? change(() => undefined) : patch({ kind }))}
      />
      {media && (
        <>
          <FileOrAddress
            label={t('blocks.media.url')}
            hint={t('blocks.media.urlHint')}
            path={[...path, 'url']}
            value={media.url}
            commit={url => patch({ url })}
            onFile={(url, { mime }) => patch({ url, kind: kindOfType(mime) })}
          />
          {media.kind === 'document' && (
            <SameTextField
              label={t('blocks.media.name')}
              path={[...path, 'name']}
              value={media.name ?? ''}
              commit={name => patch({ name })}
            />
          )}
          {(media.kind === 'image' || media.kind === 'video') && (
            <TemplateField
              label={t('blocks.media.alt')}
              hint={t('blocks.media.altHint')}
              path={[...path, 'alt']}
              rows={1}
              plain
              texts={media.alt ?? {}}
              update={map => change(present => present && { ...present, alt: map(present.alt ?? {}) })}
            />
          )}
          {(media.kind === 'video' || media.kind === 'stream') && (
            <FileOrAddress
              label={t('blocks.media.poster')}
              only="image"
              path={[...path, 'poster']}
              value={media.poster ?? ''}
              commit={poster => patch({ poster })}
            />
          )}
        </>
      )}
    </>
  )
}
