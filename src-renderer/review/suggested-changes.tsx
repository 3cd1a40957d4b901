import { useTranslation } from 'react-i18next'
import { changesByFlow } from '../../src-shared/compare/change-list.ts'
import type { Difference, RecordDifference } from '../../src-shared/compare/difference.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import { suggestionDifference } from '../../src-shared/review/suggestion-difference.ts'
import { FieldWords } from '../compare/change-detail.tsx'
import { changeTitle, fieldTitle } from '../compare/change-words.ts'
import styles from './review.module.css'

const MOST_SHOWN = 5

/** What a suggestion would change, told as differences are: from what it found to what it makes of it. */
export function SuggestedChanges({ document, comment }: { document: BotDocument; comment: CommentRecord }) {
  const { t } = useTranslation()
  const difference = suggestionDifference(document, comment)
  const changes = changesByFlow(difference).flatMap(group => group.changes)
  return (
    <ul className={styles.changes} aria-label={t('review.changes', { count: changes.length })}>
      {changes.slice(0, MOST_SHOWN).map(change => (
        <li key={change.id}>
          {changeTitle(t, change, difference)}
          <Fields record={change.record} difference={difference} />
        </li>
      ))}
      {changes.length > MOST_SHOWN && <li>{t('review.more', { count: changes.length - MOST_SHOWN })}</li>}
    </ul>
  )
}

type FieldsProps = Readonly<{ record: RecordDifference | null; difference: Difference }>

function Fields({ record, difference }: FieldsProps) {
  const { t } = useTranslation()
  if (!record || record.type === 'edge') return null
  return record.fields.slice(0, MOST_SHOWN).map(field => (
    <div key={field.id}>
      <span className={styles.meta}>{fieldTitle(t, field, record)}</span>{' '}
      <FieldWords field={field} difference={difference} />
    </div>
  ))
}
