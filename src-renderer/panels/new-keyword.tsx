import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BlockId, newRecordId } from '../../src-shared/document/ids.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import field from '../inspector/fields/field.module.css'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { FormField } from '../inspector/fields/form-field.tsx'
import { useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import type { EntryChoice } from './entry-choices.ts'
import { KeywordConflicts } from './keyword-conflicts.tsx'
import { keywordTextProblem } from './keyword-text-problem.ts'
import css from './panels.module.css'

/** A line to write a new keyword in; Enter adds it. Conflicts are said while it is written (NHN-29). */
export function NewKeyword({ entries }: { entries: readonly EntryChoice[] }) {
  const { t } = useTranslation()
  const document = useDocument()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<BlockId | null>(null)
  const entry = entries.find(({ id }) => id === chosen) ?? entries[0]
  if (!document || !entry) return null
  const error = text === '' ? null : keywordTextProblem(t, text)
  const add = () => {
    if (keywordTextProblem(t, text) !== null) return
    const keyword = {
      id: newRecordId('keyword', newId),
      type: 'keyword',
      text: text.trim(),
      match: 'exact',
      locale: null,
      entry: entry.id,
    } as const
    if (putRecord(keyword, { key: 'keywords.edit.add', name: keyword.text })) setText('')
  }
  return (
    <div className={css.adding}>
      <FormField
        quiet
        label={t('keywords.add')}
        error={error}
        hint={text === '' ? undefined : t('keywords.addHint')}
      >
        {control => (
          <input
            {...control}
            className={field.input}
            dir="auto"
            autoComplete="off"
            placeholder={t('keywords.addPlaceholder')}
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter') add()
              else if (event.key === 'Escape') setText('')
            }}
          />
        )}
      </FormField>
      {entries.length > 1 && text !== '' && (
        <ChoiceSelect
          label={t('keywords.entry')}
          value={entry.id}
          options={entries.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={setChosen}
        />
      )}
      {text.trim() !== '' && error === null && (
        <KeywordConflicts id={null} text={text} match="exact" locale={null} />
      )}
      {text !== '' && !entry.wakes && <FieldMessage severity="warning" message={t('keywords.asleep')} />}
    </div>
  )
}
