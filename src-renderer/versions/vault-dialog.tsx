import { useTranslation } from 'react-i18next'
import { DialogFrame } from './dialog-frame.tsx'
import { VaultForm } from './vault-form.tsx'

/** Asks for the passphrase that seals the keys of engines, where the system has no safe place for them. */
export function VaultDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DialogFrame title={t('versions.vault.title')} onClose={onClose} size={420}>
      <VaultForm onDone={onClose} />
    </DialogFrame>
  )
}
