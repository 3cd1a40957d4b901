import { useTranslation } from 'react-i18next'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import {
  TEMPLATE_CATEGORIES,
  TEMPLATE_STATES,
  type TemplateRecord,
} from '../../src-shared/document/records.ts'
import {
  MAX_TEMPLATE_PLACES,
  missingPlaces,
  templatePlaces,
} from '../../src-shared/document/template-places.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { withLocale } from '../inspector/fields/localized-change.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { recordProblem } from '../state/put-record.ts'
import { templateName } from './new-entry.ts'
import { putEntry } from './put-entry.ts'

const HEADERS: readonly TemplateRecord['header'][] = ['none', 'text', 'image', 'video', 'document']
/** As in the schema of src-shared/document/records.ts. */
const MAX_FOOTER = 60

/** A message template as it is registered with the channel (requirements.md KAL-04). */
export function TemplateForm({ template }: { template: TemplateRecord }) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const putBody = (text: string) => {
    const body = withLocale(template.body, locale, text, locales)
    return putEntry(template, { body, places: Math.min(MAX_TEMPLATE_PLACES, templatePlaces(body)) })
  }
  return (
    <>
      <DraftInput
        field={`${template.id}.name`}
        label={t('knowledge.templateName')}
        path={['name']}
        hint={t('knowledge.templateNameHint')}
        mono
        value={template.name}
        check={text =>
          recordProblem({ ...template, name: templateName(text) }) ? t('knowledge.templateNameRule') : null
        }
        tidy={templateName}
        commit={text => putEntry(template, { name: templateName(text) })}
      />
      <ChoiceSelect
        label={t('knowledge.category')}
        value={template.category}
        options={TEMPLATE_CATEGORIES.map(value => ({ value, label: t(`knowledge.categories.${value}`) }))}
        onPick={category => putEntry(template, { category })}
      />
      <ChoiceSelect
        label={t('knowledge.state')}
        hint={t('knowledge.stateHint')}
        value={template.state}
        options={TEMPLATE_STATES.map(value => ({ value, label: t(`knowledge.states.${value}`) }))}
        onPick={state => putEntry(template, { state })}
      />
      <ChoiceSelect
        label={t('knowledge.header')}
        value={template.header}
        options={HEADERS.map(value => ({ value, label: t(`knowledge.headers.${value}`) }))}
        onPick={header => putEntry(template, { header })}
      />
      <DraftInput
        key={`${template.id}.body.${locale}`}
        field={`${template.id}.body.${locale}`}
        multiline
        lang={locale}
        label={t('knowledge.body')}
        path={['body']}
        hint={t('knowledge.bodyHint', { place: '{{1}}, {{2}}' })}
        placeholder={t('knowledge.bodyPlaceholder', { name: '{{1}}', order: '{{2}}' })}
        value={template.body[locale] ?? ''}
        check={text => bodyProblem(text, t)}
        commit={putBody}
      />
      <PlaceNotes template={template} />
      <DraftInput
        key={`${template.id}.footer.${locale}`}
        field={`${template.id}.footer.${locale}`}
        lang={locale}
        label={t('knowledge.footer')}
        path={['footer']}
        value={template.footer[locale] ?? ''}
        check={text => (text.length > MAX_FOOTER ? t('inspector.field.atMost', { count: MAX_FOOTER }) : null)}
        commit={text => putEntry(template, { footer: withLocale(template.footer, locale, text, locales) })}
      />
    </>
  )
}

function bodyProblem(
  text: string,
  t: (key: string, values: Record<string, unknown>) => string,
): string | null {
  if (text.length > MAX_TEXT_LENGTH) return t('inspector.field.atMost', { count: MAX_TEXT_LENGTH })
  const places = templatePlaces({ en: text })
  return places > MAX_TEMPLATE_PLACES ? t('knowledge.tooManyPlaces', { count: MAX_TEMPLATE_PLACES }) : null
}

/** Places that are left out, and languages that do not have the same ones. */
function PlaceNotes({ template }: { template: TemplateRecord }) {
  const { t } = useTranslation()
  const { locale } = useTextLocale()
  const body = template.body[locale] ?? ''
  const missing = missingPlaces(body)
  const own = templatePlaces({ en: body })
  const other = Object.entries(template.body).find(
    ([language, text]) => language !== locale && text !== '' && templatePlaces({ en: text }) !== own,
  )
  return (
    <>
      {missing.length > 0 && (
        <FieldMessage
          severity="warning"
          message={t('knowledge.gap', { count: missing.length, missing: missing.join(', ') })}
        />
      )}
      {other && body !== '' && (
        <FieldMessage
          severity="warning"
          message={t('knowledge.otherPlaces', {
            locale: other[0],
            places: templatePlaces({ en: other[1] }),
            own,
          })}
        />
      )}
    </>
  )
}
