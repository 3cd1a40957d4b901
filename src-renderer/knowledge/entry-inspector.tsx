import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deleteRecord } from '../../src-shared/blocks/edits/delete-record.ts'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import css from '../inspector/inspector.module.css'
import { LocaleTabs } from '../inspector/locale-tabs.tsx'
import { RecordIssues } from '../inspector/record-issues.tsx'
import { usePlaceFocus } from '../inspector/use-place-focus.ts'
import { commit, useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { type EntryId, useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { EntryForm } from './entry-form.tsx'
import { entryTitle } from './entry-text.ts'
import { EntryUses } from './entry-uses.tsx'
import own from './knowledge.module.css'
import { copyOfEntry } from './new-entry.ts'
import { type EntryRecord, PART_ICONS } from './parts.ts'
import { showEntry } from './show-entry.ts'

/** One intent, question, template or access: what it is, its form, and where it is chosen. */
export function EntryInspector({ id }: { id: EntryId }) {
  const { t } = useTranslation()
  const document = useDocument()
  const languages = useTextLocale()
  const form = usePlaceFocus(id)
  const record = document?.get(id) as EntryRecord | undefined
  if (!document || !record) return null
  const Icon = PART_ICONS[record.type]
  const name = entryTitle(record, languages) || t(`knowledge.one.${record.type}`)
  const duplicate = () => {
    const copy = copyOfEntry(document, record)
    if (putRecord(copy, { key: 'knowledge.edit.duplicate', name })) showEntry(copy.id)
  }
  const remove = () => {
    const changes = deleteRecord(document, id)
    const count = Object.keys(changes).length - 1
    if (!commit(changes, { key: 'knowledge.edit.delete', name })) return
    const message = count > 0 ? t('knowledge.deletedUsed', { name, count }) : t('knowledge.deleted', { name })
    useWorkbench.setState({ entry: null })
    tellOfEdit('info', message)
  }
  return (
    <FieldScope value={id}>
      <header className={css.header}>
        <span className={css.tile}>
          <Icon size={18} />
        </span>
        <div className={css.title}>
          <h3>{t(`knowledge.one.${record.type}`)}</h3>
          <p>{t(`knowledge.help.${record.type}`)}</p>
        </div>
        <span className={own.tools}>
          <IconButton label={t('knowledge.duplicate')} onClick={duplicate}>
            <IconCopy size={16} />
          </IconButton>
          <IconButton label={t('knowledge.delete')} onClick={remove}>
            <IconTrash size={16} />
          </IconButton>
        </span>
      </header>
      <RecordIssues record={id} />
      {record.type !== 'auth' && <LocaleTabs />}
      <div ref={form} className={css.form} data-form>
        <EntryForm record={record} />
      </div>
      {record.type !== 'faq' && <EntryUses id={id} />}
    </FieldScope>
  )
}
