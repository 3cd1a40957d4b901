import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../engines/account.ts'
import { AuditPage } from '../engines/audit-page.tsx'
import { KeysPage } from '../engines/keys-page.tsx'
import { PeoplePage } from '../people/people-page.tsx'
import { RetentionPage } from '../people/retention-page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Actions, DialogFrame } from './dialog-frame.tsx'
import { EngineForm } from './engine-form.tsx'
import { EngineRow } from './engine-row.tsx'
import { loadEngines, usePublishing } from './publishing.ts'
import { useVaultGate } from './use-vault-gate.tsx'
import css from './versions.module.css'

/** What is shown of the engines; an account by its id, since it changes while it is looked at. */
type Shown =
  | Readonly<{ what: 'list' | 'new' }>
  | Readonly<{ what: 'form' | 'keys' | 'audit' | 'people' | 'retention'; id: string }>

const WIDTHS = {
  list: 640,
  new: 480,
  form: 480,
  keys: 880,
  audit: 880,
  people: 880,
  retention: 640,
} as const

/** The engines bots can be published to: add, change, look at, remove; and the keys of each. */
export function EnginesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>({ what: 'list' })
  const engines = usePublishing(state => state.engines)
  const gate = useVaultGate()
  useEffect(() => void loadEngines(), [])
  const list = () => setShown({ what: 'list' })
  const engine = 'id' in shown ? engines?.find(({ id }) => id === shown.id) : undefined
  const { what } = shown
  const titles = {
    list: t('versions.engines.title'),
    new: t('versions.engines.add'),
    form: engine?.name ?? '',
    keys: t('engines.keysTitle', { engine: engine?.name }),
    audit: t('audit.title', { engine: engine?.name }),
    people: t('people.title', { engine: engine?.name }),
    retention: t('people.retention.title', { engine: engine?.name }),
  }
  return (
    <DialogFrame title={titles[what]} onClose={onClose} size={WIDTHS[what]}>
      {gate.form}
      <div hidden={gate.form !== null}>
        {what === 'list' && <Accounts onClose={onClose} onShow={setShown} />}
        {what === 'new' && <EngineForm account={null} onSaved={list} onCancel={list} />}
        {what === 'form' && engine && <EngineForm account={engine} onSaved={list} onCancel={list} />}
        {engine && <EnginePage what={what} account={{ engine, call: gate.call }} onBack={list} />}
      </div>
    </DialogFrame>
  )
}

type PageProps = Readonly<{ what: Shown['what']; account: Account; onBack: () => void }>

/** What is looked at of one engine besides its account. */
function EnginePage({ what, ...page }: PageProps) {
  switch (what) {
    case 'audit':
      return <AuditPage {...page} />
    case 'keys':
      return <KeysPage {...page} />
    case 'people':
      return <PeoplePage {...page} />
    case 'retention':
      return <RetentionPage {...page} />
    default:
      return null
  }
}

type Props = Readonly<{ onClose: () => void; onShow: (shown: Shown) => void }>

function Accounts({ onClose, onShow }: Props) {
  const { t } = useTranslation()
  const engines = usePublishing(state => state.engines)
  if (!engines) return null
  const add = (
    <Button size="xs" data-autofocus onClick={() => onShow({ what: 'new' })}>
      {t('versions.engines.add')}
    </Button>
  )
  if (engines.length === 0) return <EmptyState text={t('versions.engines.none')} action={add} />
  return (
    <>
      <ul className={css.accounts}>
        {engines.map(account => (
          <EngineRow
            key={account.id}
            account={account}
            onEdit={() => onShow({ what: 'form', id: account.id })}
            onShow={what => onShow({ what, id: account.id })}
          />
        ))}
      </ul>
      <Actions onCancel={onClose} cancel={t('versions.close')}>
        {add}
      </Actions>
    </>
  )
}
