import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_BUTTONS } from '../../src-shared/blocks/message-fields.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { AdditionFields } from './addition-fields.tsx'
import { ButtonFields } from './button-fields.tsx'
import { Fold } from './fold.tsx'
import type { FormProps } from './kind-view.ts'
import { MediaFields } from './media-fields.tsx'

type Data = DataOf<'message'>

export function MessageForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <TemplateField
        label={t('blocks.message.text')}
        placeholder={t('blocks.message.placeholder')}
        path={['text']}
        rows={4}
        texts={data.text}
        update={map => change(present => ({ ...present, text: map(present.text) }))}
      />
      <Fold label={t('blocks.message.media')} startsOpen={data.media !== undefined}>
        <MediaFields
          media={data.media}
          path={['media']}
          change={map =>
            change(({ media, ...others }) => {
              const next = map(media)
              return next ? { ...others, media: next } : others
            })
          }
        />
      </Fold>
      <Fold label={t('blocks.message.buttons')} startsOpen={(data.buttons ?? []).length > 0}>
        <ButtonFields
          buttons={data.buttons ?? []}
          most={MAX_BUTTONS}
          path={['buttons']}
          change={map =>
            change(({ buttons = [], ...others }) => {
              const next = map(buttons)
              return next.length === 0 ? others : { ...others, buttons: [...next] }
            })
          }
        />
      </Fold>
      <Fold label={t('blocks.message.around')} startsOpen={isWritten(data.header) || isWritten(data.footer)}>
        {(['header', 'footer'] as const).map(part => (
          <TemplateField
            key={part}
            label={t(`blocks.message.${part}`)}
            path={[part]}
            rows={1}
            texts={data[part] ?? {}}
            update={map =>
              change(({ [part]: before = {}, ...others }) => {
                const texts = map(before)
                return (isWritten(texts) ? { ...others, [part]: texts } : others) as Data
              })
            }
          />
        ))}
      </Fold>
      <Fold label={t('blocks.message.additions')} startsOpen={(data.additions ?? []).length > 0}>
        <AdditionFields block={block} data={data} change={change} />
      </Fold>
    </>
  )
}

function isWritten(texts: Readonly<Record<string, string>> | undefined): boolean {
  return texts !== undefined && Object.values(texts).some(text => text !== '')
}
