import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { draftOfIntegration } from './connection-draft.ts'
import { ConnectionForm } from './connection-form.tsx'

type Props = Readonly<{
  site: Site
  integration: IntegrationView
  onDone: (done: string | null) => void
}>

/** Another name, or another connection, which is verified anew and makes an inactive webhook active (IMI-18). */
export function IntegrationChange({ site, integration, onDone }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOfIntegration(integration, site.bot))
  return (
    <div className={css.stack}>
      <h3 className={css.heading}>{integration.name}</h3>
      <ConnectionForm
        {...{ site, integration, draft }}
        onDraft={setDraft}
        onBack={() => onDone(null)}
        onSaved={({ name }) => onDone(t('integrations.saved', { name }))}
      />
    </div>
  )
}
