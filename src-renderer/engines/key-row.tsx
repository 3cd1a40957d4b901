import { Button, Checkbox } from '@mantine/core'
import { IconKey, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../src-shared/publish/key-protocol.ts'
import live from '../live/live.module.css'
import { shortTime } from '../versions/short-time.ts'
import type { Account } from './account.ts'
import css from './engines.module.css'
import { BindForm, RevokeQuestion, RotateQuestion } from './key-questions.tsx'
import { LastAct } from './last-act.tsx'

type Props = Readonly<{
  account: Account
  shown: ApiKey
  /** Whether a token may begin conversations of the open bot, and how that is changed; null where no bot is asked about. */
  begins: Readonly<{ bot: string; isChosen: boolean; choose: (isChosen: boolean) => void }> | null
  onMade: (key: ApiKey) => void
  onChanged: () => void
}>

/** One key: whose it is, what it may do, and what can be done with it. */
export function KeyRow({ account, shown, begins, onMade, onChanged }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Act | null>(null)
  const question = { account, shown, onKeep: () => setAsked(null), onDone: onChanged }
  const { kind, label } = shown
  const Icon = kind === 'token' ? IconPlugConnected : IconKey
  return (
    <li className={live.row}>
      <div className={live.rowTitle}>
        <Icon size={16} aria-hidden />
        <strong>{label}</strong>
        <span className={live.quiet}>{t(`engines.kind.${kind}`)}</span>
        {account.engine.keyId === shown.key && (
          <span className={live.badge} data-state="active">
            {t('engines.inUse')}
          </span>
        )}
      </div>
      <Facts shown={shown} />
      <LastAct account={account} actor={shown.key} />
      {kind === 'token' && begins && (
        <Checkbox
          size="xs"
          label={t('engines.begins', { bot: begins.bot })}
          checked={begins.isChosen}
          onChange={event => begins.choose(event.currentTarget.checked)}
        />
      )}
      {asked === 'rotate' && <RotateQuestion {...question} onMade={onMade} />}
      {asked === 'bind' && <BindForm {...question} />}
      {asked === 'revoke' && <RevokeQuestion {...question} />}
      {asked === null && <RowActions name={label} onAsk={setAsked} />}
    </li>
  )
}

const ACTS = ['rotate', 'bind', 'revoke'] as const
type Act = (typeof ACTS)[number]

function RowActions({ name, onAsk }: Readonly<{ name: string; onAsk: (act: Act) => void }>) {
  const { t } = useTranslation()
  return (
    <div className={live.actions}>
      {ACTS.map(act => (
        <Button
          key={act}
          size="compact-xs"
          variant="default"
          aria-label={t('engines.ofThis', { act: t(`engines.act.${act}`), name })}
          onClick={() => onAsk(act)}
        >
          {t(`engines.act.${act}`)}
        </Button>
      ))}
    </div>
  )
}

function Facts({
  shown: { key, scopes, addresses, createdAt, createdBy, rotatingUntil },
}: {
  shown: ApiKey
}) {
  const { t, i18n } = useTranslation()
  const at = (time: number) => shortTime(time, i18n.language)
  return (
    <>
      <ul className={css.tags} aria-label={t('engines.scopes')}>
        {scopes.map(scope => (
          <li key={scope} title={t(`engines.scope.${scope}`)}>
            {scope}
          </li>
        ))}
      </ul>
      <p className={live.quiet}>
        {addresses.length === 0
          ? t('engines.everywhere')
          : t('engines.from', { addresses: addresses.join(', ') })}
      </p>
      <p className={live.quiet}>{t('engines.by', { key, at: at(createdAt), by: createdBy })}</p>
      {rotatingUntil !== null && (
        <p className={live.quiet}>{t('engines.rotating', { at: at(rotatingUntil) })}</p>
      )}
    </>
  )
}
