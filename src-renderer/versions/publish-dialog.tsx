import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { DeactivateForm } from './deactivate-form.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { JobResults } from './job-results.tsx'
import { PublishForm } from './publish-form.tsx'
import { forgetWish, usePublishing, watchPublishing } from './publishing.ts'
import { VaultForm } from './vault-form.tsx'
import { WithEngine } from './with-engine.tsx'

const TITLES = {
  publish: 'versions.publish.title',
  activate: 'versions.publish.titleActivate',
  deactivate: 'versions.deactivate.title',
} as const

/**
 * The way of a bot to its customers (KAL-12 to KAL-16): publish, activate or deactivate a version on an engine. What was
 * begun goes on in the main process when this is closed.
 */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const wish = usePublishing(state => state.wish)
  const [begun, setBegun] = useState<readonly PublishJob[] | null>(null)
  const [isLocked, setLocked] = useState(false)
  useEffect(watchPublishing, [])
  useEffect(() => forgetWish, [])
  const title = t(TITLES[wish.action])
  const common = { onClose, onPassphrase: () => setLocked(true) }
  return (
    <DialogFrame title={isLocked ? t('versions.vault.title') : title} onClose={onClose} size={520}>
      {isLocked && <VaultForm onDone={() => setLocked(false)} />}
      <div hidden={isLocked}>
        {begun ? (
          <JobResults begun={begun} {...common} onAnother={() => setBegun(null)} />
        ) : (
          <WithEngine
            canAdd={wish.action !== 'deactivate'}
            show={engine =>
              wish.action === 'deactivate' ? (
                <DeactivateForm engine={engine} {...common} onBegun={job => setBegun([job])} />
              ) : (
                <PublishForm engine={engine} wish={wish} {...common} onBegun={setBegun} />
              )
            }
          />
        )}
      </div>
    </DialogFrame>
  )
}
