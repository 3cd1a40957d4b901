import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { useAnswer } from '../live/use-answer.ts'
import { shortTime } from '../versions/short-time.ts'
import type { Account } from './account.ts'
import { didInWords } from './did.ts'

/** What a key was last used for, as far as the audit trail tells: looking at something leaves no trace there. */
export function LastAct({ account: { engine, call }, actor }: { account: Account; actor: string }) {
  const { t, i18n } = useTranslation()
  const filter = { key: actor, limit: 1 }
  const { value } = useAnswer(() =>
    call(() => client['audit.page']({ engine: engine.id, filter, before: null })),
  )
  const last = value?.entries[0]
  if (!value) return null
  return (
    <p className={live.quiet}>
      {last
        ? t('engines.lastAct', { at: shortTime(last.at, i18n.language), did: didInWords(t, last.action) })
        : t('engines.noAct')}
    </p>
  )
}
