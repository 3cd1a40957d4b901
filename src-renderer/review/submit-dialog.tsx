import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REVIEW_ROLES } from '../../src-shared/document/iteration.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import type { Preferences } from '../../src-shared/ipc/contract.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { missingForReview } from '../../src-shared/review/missing-for-review.ts'
import { nextIteration } from '../../src-shared/review/review-edits.ts'
import { newestIteration, threadsOf } from '../../src-shared/review/threads.ts'
import { flushDrafts } from '../state/drafts.ts'
import { commit, useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { setPreferences } from '../state/preferences.ts'
import { reviewer } from '../state/reviewer.ts'
import { focusField } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Actions, DialogFrame } from '../versions/dialog-frame.tsx'
import { FaultMessage } from '../versions/fault-message.tsx'
import { finishAndSave } from '../versions/finish-and-save.ts'
import { PlaceList } from '../versions/place-list.tsx'
import css from '../versions/versions.module.css'

/** Submits the bot for review (requirements.md KAL-06): what is missing first, then a note and who submits. */
export function SubmitDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const document = useDocument()
  useEffect(flushDrafts, [])
  if (!document) return null
  const missing = missingForReview(document)
  const number = (newestIteration(document)?.number ?? 0) + 1
  const open = threadsOf(document).filter(({ root }) => root.state === 'open').length
  return (
    <DialogFrame title={t('review.submitDialog.title')} onClose={onClose}>
      <p className={css.text}>{t('review.submitDialog.will', { number })}</p>
      {open > 0 && <p className={css.hint}>{t('review.submitDialog.open', { count: open })}</p>}
      {missing.length > 0 && (
        <div className={css.needs}>
          <p>{t('review.submitDialog.missing')}</p>
          <PlaceList places={missing} onGo={onClose} />
        </div>
      )}
      {missing.length > 0 ? (
        <Missing noBrief={missing.some(({ code }) => code === 'review/no-brief')} onClose={onClose} />
      ) : (
        <SubmitForm number={number} onClose={onClose} />
      )}
    </DialogFrame>
  )
}

function Missing({ noBrief, onClose }: { noBrief: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Actions onCancel={onClose} cancel={t('versions.close')}>
      {noBrief && (
        <Button size="xs" onClick={showBrief}>
          {t('review.submitDialog.brief')}
        </Button>
      )}
    </Actions>
  )
}

function showBrief(): void {
  const { editor } = useWorkbench.getState()
  if (editor) focusField(editor.document.bot.id, ['brief', 'useCase'])
  useWorkbench.setState({ dialog: 'botSettings' })
}

function SubmitForm({ number, onClose }: { number: number; onClose: () => void }) {
  const { t } = useTranslation()
  const preferences = useWorkbench(state => state.preferences)
  const [note, setNote] = useState('')
  const [actor, setActor] = useState(preferences.actor)
  const [role, setRole] = useState(preferences.role)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || actor.trim() === '') return
    setBusy(true)
    await setPreferences({ actor: actor.trim(), role })
    const answer = await submitIteration(note)
    setBusy(false)
    if (answer) return setFault(answer)
    onClose()
  }
  return (
    <form className={css.form} onSubmit={event => void submit(event)}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('review.submitDialog.note')}
        placeholder={t('review.submitDialog.notePlaceholder')}
        value={note}
        data-autofocus
        onChange={event => setNote(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('review.submitDialog.actor')}
        maxLength={64}
        required
        value={actor}
        onChange={event => setActor(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('review.submitDialog.role')}
        value={role ?? 'none'}
        data={(['none', ...REVIEW_ROLES] as const).map(value => ({
          value,
          label: t(`review.role.${value}`),
        }))}
        onChange={event => {
          const { value } = event.currentTarget
          setRole(value === 'none' ? null : (value as Preferences['role']))
        }}
      />
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      <Actions onCancel={onClose}>
        <Button size="xs" type="submit" loading={isBusy} disabled={actor.trim() === ''}>
          {t('review.submitDialog.action', { number })}
        </Button>
      </Actions>
    </form>
  )
}

/** Freezes a version and begins the pass of it; a fault when it could not be frozen. */
async function submitIteration(note: string): Promise<Fault | null> {
  const { t } = await import('i18next')
  const saved = await finishAndSave(note)
  if (!saved.ok) return saved
  const { editor } = useWorkbench.getState()
  if (!editor) return null
  const { version, hash } = saved.value.version
  const iteration = nextIteration(
    editor.document,
    { version, hash, note },
    { by: reviewer(), at: Date.now(), newId },
  )
  const { number } = iteration
  commit(new ChangeSet(editor.document).put(iteration).done(), { key: 'review.edited.submit', count: number })
  const message = t('review.submitDialog.done', { number, version })
  useWorkbench.setState({ banner: { tone: 'success', message }, leftTab: 'review' })
  return null
}
