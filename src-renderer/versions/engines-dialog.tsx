import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount } from '../../src-shared/ipc/contract.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Actions, DialogFrame } from './dialog-frame.tsx'
import { EngineForm } from './engine-form.tsx'
import { EngineRow } from './engine-row.tsx'
import { loadEngines, usePublishing } from './publishing.ts'
import css from './versions.module.css'

/** The engines bots can be published to: add, change, test, remove. */
export function EnginesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<EngineAccount | 'new' | null>(null)
  useEffect(() => void loadEngines(), [])
  const title = edited === 'new' ? t('versions.engines.add') : (edited?.name ?? t('versions.engines.title'))
  return (
    <DialogFrame title={title} onClose={onClose}>
      {edited ? (
        <EngineForm
          account={edited === 'new' ? null : edited}
          onSaved={() => setEdited(null)}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <Accounts onClose={onClose} onEdit={setEdited} />
      )}
    </DialogFrame>
  )
}

type Props = Readonly<{ onClose: () => void; onEdit: (account: EngineAccount | 'new') => void }>

function Accounts({ onClose, onEdit }: Props) {
  const { t } = useTranslation()
  const engines = usePublishing(state => state.engines)
  if (!engines) return null
  const add = (
    <Button size="xs" data-autofocus onClick={() => onEdit('new')}>
      {t('versions.engines.add')}
    </Button>
  )
  if (engines.length === 0) return <EmptyState text={t('versions.engines.none')} action={add} />
  return (
    <>
      <ul className={css.accounts}>
        {engines.map(account => (
          <EngineRow key={account.id} account={account} onEdit={() => onEdit(account)} />
        ))}
      </ul>
      <Actions onCancel={onClose} cancel={t('versions.close')}>
        {add}
      </Actions>
    </>
  )
}
