import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deleteRecord } from '../../src-shared/blocks/edits/delete-record.ts'
import type { MediaId } from '../../src-shared/document/ids.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import css from '../inspector/inspector.module.css'
import { LocaleTabs } from '../inspector/locale-tabs.tsx'
import { RecordIssues } from '../inspector/record-issues.tsx'
import { usePlaceFocus } from '../inspector/use-place-focus.ts'
import { EntryUses } from '../knowledge/entry-uses.tsx'
import knowledge from '../knowledge/knowledge.module.css'
import { commit, useDocument } from '../state/edits.ts'
import { recordProblem } from '../state/put-record.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { FileChannels } from './file-channels.tsx'
import { fileMeta } from './file-meta.ts'
import { FilePreview } from './file-preview.tsx'

/** One file: how it looks, what it is called and says, which channels take it, and where it is used. */
export function FileInspector({ id }: { id: MediaId }) {
  const { t } = useTranslation()
  const document = useDocument()
  const { locale, locales } = useTextLocale()
  const form = usePlaceFocus(id)
  const file = document?.get(id)
  if (!document || !file) return null
  const put = (part: Partial<MediaRecord>) => {
    const present = useWorkbench.getState().editor?.document.get(id)
    if (!present) return false
    return commit(updateRecord(document, { ...present, ...part }), {
      key: 'media.edit.change',
      name: present.name.slice(0, 200),
    })
  }
  const remove = () => {
    const changes = deleteRecord(document, id)
    const { name } = file
    const count = Object.keys(changes).length - 1
    if (!commit(changes, { key: 'media.edit.delete', name: name.slice(0, 200) })) return
    const message = count > 0 ? t('media.deletedUsed', { name, count }) : t('media.deleted', { name })
    useWorkbench.setState({ entry: null })
    tellOfEdit('info', message)
  }
  return (
    <FieldScope value={id}>
      <header className={css.header}>
        <span className={css.tile}>
          <IconPhoto size={18} />
        </span>
        <div className={css.title}>
          <h3>{t('media.one')}</h3>
          <p>{fileMeta(file)}</p>
        </div>
        <span className={knowledge.tools}>
          <IconButton label={t('media.delete')} onClick={remove}>
            <IconTrash size={16} />
          </IconButton>
        </span>
      </header>
      <FilePreview
        key={file.hash}
        file={file}
        alt={inLocale(file.alt, locale, locales) || t('media.preview', { name: file.name })}
      />
      <RecordIssues record={id} />
      <LocaleTabs />
      <div ref={form} className={css.form} data-form>
        <DraftInput
          field={`${id}.name`}
          label={t('media.name')}
          path={['name']}
          value={file.name}
          check={text => recordProblem({ ...file, name: text.trim() })}
          commit={text => put({ name: text.trim() })}
        />
        <TemplateField
          label={t('media.alt')}
          hint={t('media.altHint')}
          path={['alt']}
          rows={2}
          texts={file.alt}
          update={change => put({ alt: change(file.alt) })}
        />
      </div>
      <FileChannels file={file} />
      <EntryUses id={id} />
    </FieldScope>
  )
}
