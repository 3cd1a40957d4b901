import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { ActFault } from '../live/use-act.tsx'
import type { ConnectionDraft } from './connection-draft.ts'
import { ConnectionFields } from './connection-fields.tsx'
import { type Saved, useConnection } from './use-connection.ts'

type Props = Readonly<{
  site: Site
  /** Null for a new one. */
  integration: IntegrationView | null
  draft: ConnectionDraft
  onDraft: (draft: ConnectionDraft) => void
  onBack: () => void
  onSaved: (saved: Saved) => void
}>

/** The values of an integration. Nothing is kept before the other side was tried with exactly these (IMI-06). */
export function ConnectionForm({ site, integration, draft, onDraft, onBack, onSaved }: Props) {
  const { t } = useTranslation()
  const form = useConnection({ site, integration, draft, onSaved })
  const { answeredIn, maySave, fault } = form
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (maySave ? form.save() : form.verify())
  }
  return (
    <form className={css.stack} onSubmit={submit} noValidate>
      <ConnectionFields {...{ draft, integration, problems: form.shownProblems, onChange: onDraft }} />
      <ActFault fault={fault} />
      {answeredIn === null ? (
        <p className={css.quiet}>
          {t(maySave ? 'integrations.form.nameAlone' : 'integrations.form.verifyFirst')}
        </p>
      ) : (
        <p className={css.good} role="status">
          <IconCircleCheck size={14} aria-hidden />
          {t(draft.platform === 'engine' ? 'integrations.form.verifiedBot' : 'integrations.form.verifiedIn', {
            ms: answeredIn,
          })}
        </p>
      )}
      <div className={css.ends}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.back')}
        </Button>
        <Button
          size="xs"
          variant={maySave ? 'default' : 'filled'}
          // Enter does what is next: a form whose first submit button is disabled is not sent.
          type={maySave ? 'button' : 'submit'}
          loading={form.isVerifying}
          onClick={maySave ? () => void form.verify() : undefined}
        >
          {t('integrations.form.verify')}
        </Button>
        <Button size="xs" type={maySave ? 'submit' : 'button'} disabled={!maySave} loading={form.isSaving}>
          {t('integrations.form.save')}
        </Button>
      </div>
    </form>
  )
}
