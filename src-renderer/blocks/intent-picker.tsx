import { useTranslation } from 'react-i18next'
import { type IntentId, newRecordId } from '../../src-shared/document/ids.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { IntentRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'

type Props = Readonly<{
  label: string
  path: FieldPath
  value: IntentId | null
  /** `also` holds a new intent, to be put in the same edit. */
  onPick: (intent: IntentId | null, also?: Changes) => void
}>

/** A choice among the intents of the bot, found by name and phrase too, or a new one by the name typed. */
export function IntentPicker({ label, path, value, onPick }: Props) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const document = useDocument()
  if (!document) return null
  const chosen = value === null ? undefined : document.get(value)
  const choices = () => {
    const intents = [...document.all('intent')].sort((a, b) => a.name.localeCompare(b.name))
    const items = intents.map(({ id, name, phrases }) => ({
      value: id,
      label: name,
      hint: inLocale(phrases, locale, locales)?.slice(0, 3).join(' · ') ?? '',
    }))
    return [{ group: null, items }]
  }
  return (
    <Picker
      label={label}
      quiet
      clearable={false}
      path={path}
      placeholder={t('blocks.intent.choose')}
      chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
      choices={choices}
      create={{
        label: typed => t('blocks.intent.create', { name: typed }),
        onCreate: typed => {
          const made = newIntent(typed.trim().slice(0, 64) || t('blocks.intent.unnamed'), locale)
          onPick(made.id, updateRecord(document, made))
        },
      }}
      onPick={picked => onPick(picked as IntentId | null)}
    />
  )
}

function newIntent(name: string, locale: string): IntentRecord {
  return { id: newRecordId('intent', newId), type: 'intent', name, phrases: { [locale]: [] }, entry: null }
}
