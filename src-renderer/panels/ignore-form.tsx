import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Issue } from '../../src-shared/lint/issue.ts'
import { waiveIssue } from '../../src-shared/lint/waivers.ts'
import field from '../inspector/fields/field.module.css'
import { FormField } from '../inspector/fields/form-field.tsx'
import { commit } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import css from './panels.module.css'

/** As in the schema of src-shared/document/records.ts. */
const MAX_REASON = 500

/** Asks why a finding is to be ignored; without a reason nobody would know later whether it still holds. */
export function IgnoreForm({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const ignore = () => {
    const { editor, preferences } = useWorkbench.getState()
    if (!editor) return
    const by = { reason, author: preferences.actor, at: Date.now() }
    if (commit(waiveIssue(editor.document, issue, by, newId), { key: 'problems.edit.ignore' })) onClose()
  }
  return (
    <form
      className={css.ignoring}
      onSubmit={event => {
        event.preventDefault()
        ignore()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <FormField label={t('problems.ignoring.reason')}>
        {control => (
          <input
            {...control}
            className={field.input}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
            autoFocus
            autoComplete="off"
            dir="auto"
            maxLength={MAX_REASON}
            placeholder={t('problems.ignoring.placeholder')}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </FormField>
      <div className={css.buttons}>
        <Button type="submit" size="compact-xs" disabled={reason.trim() === ''}>
          {t('problems.ignoring.do')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('problems.ignoring.cancel')}
        </Button>
      </div>
    </form>
  )
}
