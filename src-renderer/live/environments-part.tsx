import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import { ENVIRONMENTS } from '../../src-shared/lifecycle/environments.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import { client } from '../ipc/client.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { askTo } from '../versions/publishing.ts'
import { faultInWords } from '../words/sentences.ts'
import css from './live.module.css'
import { nextSteps } from './next-steps.ts'
import type { Site } from './site.ts'

type Props = Readonly<{ site: Site; status: BotStatus; onChanged: () => void }>

/** Which version is in draft, in test and live, and the way from one to the next (requirements.md KAL-14). */
export function EnvironmentsPart({ site: { engine, bot, call }, status, onChanged }: Props) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const { environments } = status
  if (!environments) return null
  const { toTest, toLive } = nextSteps(status)
  const promote = async (version: string) => {
    setBusy(true)
    setFault(null)
    const request = { version, expected: environments.test }
    const answer = await call(() =>
      client['live.promoteToTest']({ bot, engine: engine.id, promote: request }),
    )
    setBusy(false)
    if (answer.ok) onChanged()
    else setFault(answer)
  }
  return (
    <>
      <div className={css.bar}>
        <dl className={css.environments} aria-label={t('live.status.environments')}>
          {ENVIRONMENTS.map(name => (
            <div key={name}>
              <dt>{t(`live.environment.${name}`)}</dt>
              <dd>{environments[name] ?? t('live.status.noVersion')}</dd>
            </div>
          ))}
        </dl>
        {toTest !== null && (
          <Button size="compact-xs" variant="default" loading={isBusy} onClick={() => void promote(toTest)}>
            {t('stage.toTest', { version: toTest })}
          </Button>
        )}
        {toLive !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => askTo({ action: 'activate', version: toLive })}
          >
            {t('stage.toLive', { version: toLive })}
          </Button>
        )}
      </div>
      {fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={() => {}} />}
    </>
  )
}
