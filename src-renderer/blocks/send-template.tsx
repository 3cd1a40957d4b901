import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { TemplateId } from '../../src-shared/document/ids.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import css from '../inspector/fields/form.module.css'
import { Picker } from '../inspector/fields/picker.tsx'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { useDocument } from '../state/edits.ts'
import type { FormProps } from './kind-view.ts'
import { MediaFields } from './media-fields.tsx'

type Data = DataOf<'sendTemplate'>

export function SendTemplateForm({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const document = useDocument()
  if (!document) return null
  const chosen = data.template === null ? undefined : document.get(data.template)
  const choices = () => [
    {
      group: null,
      items: [...document.all('template')].map(({ id, name, state }) => ({
        value: id,
        label: name,
        hint: t(`blocks.sendTemplate.states.${state}`),
      })),
    },
  ]
  const parameter = (parameters: readonly string[], at: number, text: string) => {
    const places = Array.from({ length: chosen?.places ?? 0 }, (_, place) => parameters[place] ?? '')
    return places.map((present, place) => (place === at ? text : present))
  }
  return (
    <>
      <Picker
        label={t('blocks.sendTemplate.template')}
        path={['template']}
        hint={document.count('template') === 0 ? t('blocks.sendTemplate.none') : undefined}
        placeholder={t('blocks.sendTemplate.choose')}
        chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
        choices={choices}
        onPick={template => change(present => ({ ...present, template: template as TemplateId }))}
      />
      {chosen && (
        <p className={css.note} lang={locale}>
          {inLocale(chosen.body, locale, locales)}
        </p>
      )}
      {Array.from({ length: chosen?.places ?? 0 }, (_, at) => (
        <SameTextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
          key={at}
          label={t('blocks.sendTemplate.place', { number: at + 1 })}
          path={['parameters', at]}
          value={data.parameters[at] ?? ''}
          commit={text =>
            change(present => ({ ...present, parameters: parameter(present.parameters, at, text) }))
          }
        />
      ))}
      {chosen && chosen.header !== 'none' && chosen.header !== 'text' && (
        <MediaFields
          media={data.header}
          path={['header']}
          change={map =>
            change(({ header, ...others }) => {
              const next = map(header)
              return next ? { ...others, header: next } : others
            })
          }
        />
      )}
    </>
  )
}
