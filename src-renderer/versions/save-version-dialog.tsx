import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import { missingFields } from '../../src-shared/lint/mandatory-fields.ts'
import { flushDrafts } from '../state/drafts.ts'
import { useDocument } from '../state/edits.ts'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Actions, DialogFrame } from './dialog-frame.tsx'
import { FaultMessage } from './fault-message.tsx'
import { finishAndSave } from './finish-and-save.ts'
import { IssueCounts } from './issue-counts.tsx'
import { PlaceList } from './place-list.tsx'
import css from './versions.module.css'
import { useWorkingHash } from './working-hash.ts'
import { type WorkingState, workingState } from './working-state.ts'

type Props = Readonly<{ onClose: () => void }>

/** Finish & save (KAL-11): what will be frozen under which number, what is missing, and a note. */
export function SaveVersionDialog({ onClose }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const versions = useVersions(state => state.versions)
  const working = workingState(versions, useWorkingHash())
  useEffect(flushDrafts, [])
  const missing = document ? missingFields(document) : []
  const same = working.state === 'same'
  return (
    <DialogFrame title={t('versions.saveDialog.title')} onClose={onClose}>
      <p className={css.text}>
        {same
          ? t('versions.saveDialog.same', { version: working.newest?.version })
          : t('versions.saveDialog.will', { version: working.next })}
      </p>
      {missing.length > 0 && (
        <div className={css.needs}>
          <p>{t('versions.saveDialog.missing')}</p>
          <PlaceList places={missing} onGo={onClose} />
        </div>
      )}
      {!same && missing.length === 0 && <IssueCounts onGo={onClose} />}
      <SaveForm working={working} canSave={!same && missing.length === 0} onClose={onClose} />
    </DialogFrame>
  )
}

function SaveForm({ working, canSave, onClose }: Props & { working: WorkingState; canSave: boolean }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [isSaving, setSaving] = useState(false)
  const saved = useWorkbench(state => state.saved)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!canSave || isSaving) return
    setSaving(true)
    const answer = await finishAndSave(note)
    setSaving(false)
    if (!answer.ok) return setFault(answer)
    const { minted, version } = answer.value
    const message = t(minted ? 'versions.saveDialog.saved' : 'versions.saveDialog.unchanged', version)
    useWorkbench.setState({ banner: { tone: minted ? 'success' : 'info', message } })
    onClose()
  }
  return (
    <form className={css.form} onSubmit={event => void submit(event)}>
      {canSave && (
        <Textarea
          size="xs"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          label={t('versions.saveDialog.note')}
          placeholder={t('versions.saveDialog.notePlaceholder')}
          value={note}
          data-autofocus
          onChange={event => setNote(event.currentTarget.value)}
        />
      )}
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      {isSaving && saved.state !== 'saved' && (
        <p className={css.text} role="status">
          {saved.message ?? t('versions.saveDialog.saving')}
        </p>
      )}
      <Actions onCancel={onClose} {...(canSave ? {} : { cancel: t('versions.close') })}>
        {canSave && (
          <Button size="xs" type="submit" loading={isSaving}>
            {t('versions.saveDialog.action', { version: working.next })}
          </Button>
        )}
      </Actions>
    </form>
  )
}
