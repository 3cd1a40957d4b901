import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../src-shared/publish/key-protocol.ts'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { Question } from '../live/question.tsx'
import { ActFault, useAct } from '../live/use-act.tsx'
import type { Account } from './account.ts'
import { addressesOf } from './key-draft.ts'
import { AddressesField } from './key-form.tsx'

type Props = Readonly<{ account: Account; shown: ApiKey; onKeep: () => void; onDone: () => void }>

export function RevokeQuestion({ account: { engine, call }, shown: { key, label }, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <Question
      text={t('engines.revoke.will', { name: label })}
      action={t('engines.revoke.action')}
      mayGo
      make={() => call(() => client['keys.revoke']({ engine: engine.id, key }))}
      {...rest}
    >
      {engine.keyId === key && <p>{t('engines.revoke.self')}</p>}
    </Question>
  )
}

const HOUR_MS = 3_600_000
const GRACES = { now: 0, hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const
const NAMES = ['now', 'hour', 'day', 'week'] as const

type RotateProps = Omit<Props, 'onDone'> & Readonly<{ onMade: (key: ApiKey) => void }>

/** Asks how long the secret used until now is accepted beside the new one. */
export function RotateQuestion({ account: { engine, call }, shown, onKeep, onMade }: RotateProps) {
  const { t } = useTranslation()
  const [grace, setGrace] = useState<keyof typeof GRACES>('day')
  const { key, label } = shown
  return (
    <Question
      text={t('engines.rotate.will', { name: label })}
      action={t('engines.rotate.action')}
      mayGo
      make={() => call(() => client['keys.rotate']({ engine: engine.id, key, graceMs: GRACES[grace] }))}
      onKeep={onKeep}
      onDone={() => onMade(shown)}
    >
      <NativeSelect
        size="xs"
        label={t('engines.rotate.grace')}
        value={grace}
        data={NAMES.map(value => ({ value, label: t(`engines.rotate.graces.${value}`) }))}
        autoFocus
        onChange={({ currentTarget: { value } }) => setGrace(NAMES.find(name => name === value) ?? 'day')}
      />
    </Question>
  )
}

/** From where a key may be used; the engine refuses what would lock out who asks, and says why. */
export function BindForm({ account: { engine, call }, shown, onKeep, onDone }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(shown.addresses.join('\n'))
  const [wasTried, setTried] = useState(false)
  const { isBusy, fault, act } = useAct()
  const addresses = addressesOf(text)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!addresses) return
    void act(() => call(() => client['keys.bind']({ engine: engine.id, key: shown.key, addresses })), onDone)
  }
  return (
    <form className={live.stack} aria-label={t('engines.bind.will', { name: shown.label })} onSubmit={save}>
      <AddressesField
        text={text}
        error={wasTried && !addresses ? t('engines.problem.addresses') : null}
        onChange={setText}
      />
      <ActFault fault={fault} />
      <div className={live.actions}>
        <Button size="xs" type="submit" loading={isBusy}>
          {t('engines.bind.save')}
        </Button>
        <Button size="xs" variant="default" autoFocus onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </form>
  )
}
