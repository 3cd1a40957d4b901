import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../src-shared/publish/key-protocol.ts'
import { client } from '../ipc/client.ts'
import { Asked } from '../live/asked.tsx'
import live from '../live/live.module.css'
import { RefreshButton } from '../live/refresh-button.tsx'
import { useAnswer } from '../live/use-answer.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { shortTime } from '../versions/short-time.ts'
import type { Account } from './account.ts'
import css from './engines.module.css'
import { KeyForm } from './key-form.tsx'
import { KeyRow } from './key-row.tsx'
import { MadeKey } from './made-key.tsx'
import { useBeginners } from './use-beginners.ts'

type Props = Readonly<{ account: Account; onBack: () => void }>

/** The keys and tokens of an engine (issue 6, points 1 and 7). */
export function KeysPage({ account, onBack }: Props) {
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<ApiKey | null>(null)
  const { engine, call } = account
  const answer = useAnswer(() => call(() => client['keys.list']({ engine: engine.id })))
  const show = (key: ApiKey) => {
    setAdding(false)
    setMade(key)
    void answer.reload()
  }
  if (isAdding) return <KeyForm account={account} onMade={show} onBack={() => setAdding(false)} />
  return (
    <div className={live.stack}>
      <Head
        url={engine.url}
        isAsking={answer.isAsking}
        onAgain={() => void answer.reload()}
        onBack={onBack}
        onNew={() => setAdding(true)}
      />
      {made && <MadeKey key={made.key} account={account} made={made} onDone={() => setMade(null)} />}
      <Asked
        answer={answer}
        engine={engine.name}
        show={keys => (
          <Keys
            // What was asked about a key is over when the list is another one.
            key={keys.map(({ key, rotatingUntil }) => `${key}${rotatingUntil}`).join()}
            account={account}
            keys={keys}
            onMade={show}
            onChanged={() => void answer.reload()}
          />
        )}
      />
    </div>
  )
}

type HeadProps = Readonly<{
  url: string
  isAsking: boolean
  onAgain: () => void
  onBack: () => void
  onNew: () => void
}>

function Head({ url, isAsking, onAgain, onBack, onNew }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className={live.bar}>
      <span className={live.quiet}>{url}</span>
      <RefreshButton isAsking={isAsking} onRefresh={onAgain} />
      <Button size="xs" variant="default" onClick={onBack}>
        {t('live.back')}
      </Button>
      <Button size="xs" data-autofocus leftSection={<IconPlus size={14} aria-hidden />} onClick={onNew}>
        {t('engines.new')}
      </Button>
    </div>
  )
}

type KeysProps = Readonly<{
  account: Account
  keys: readonly ApiKey[]
  onMade: (key: ApiKey) => void
  onChanged: () => void
}>

function Keys({ account, keys, onMade, onChanged }: KeysProps) {
  const { t } = useTranslation()
  const beginners = useBeginners(account)
  const living = keys.filter(({ revokedAt }) => revokedAt === null)
  const isListed = keys.some(({ key }) => key === account.engine.keyId)
  return (
    <>
      {!isListed && <p className={live.quiet}>{t('engines.given', { key: account.engine.keyId })}</p>}
      {living.length === 0 && <EmptyState text={t('engines.none')} />}
      <ul className={live.list}>
        {living.map(shown => (
          <KeyRow
            key={shown.key}
            account={account}
            shown={shown}
            begins={
              beginners && {
                bot: beginners.bot,
                isChosen: beginners.tokens.includes(shown.key),
                choose: isChosen => void beginners.choose(shown.key, isChosen),
              }
            }
            onMade={onMade}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <Revoked keys={keys.filter(({ revokedAt }) => revokedAt !== null)} />
    </>
  )
}

function Revoked({ keys }: { keys: readonly ApiKey[] }) {
  const { t, i18n } = useTranslation()
  if (keys.length === 0) return null
  return (
    <details className={css.revoked}>
      <summary>{t('engines.revoked', { count: keys.length })}</summary>
      <ul className={live.lines}>
        {keys.map(({ key, label, revokedAt }) => (
          <li key={key} className={live.entry}>
            <strong>{label}</strong>{' '}
            <span className={live.quiet}>
              {t('engines.revokedAt', { key, at: shortTime(revokedAt ?? 0, i18n.language) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
