import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ENVIRONMENTS } from '../../src-shared/lifecycle/environments.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import { client } from '../ipc/client.ts'
import { askTo } from '../versions/publishing.ts'
import css from './live.module.css'
import { nextSteps } from './next-steps.ts'
import type { Site } from './site.ts'
import { ActFault, useAct } from './use-act.tsx'

type Props = Readonly<{ site: Site; status: BotStatus; onChanged: () => void }>

/** Which version is in draft, in test and live, and the way from one to the next (requirements.md KAL-14). */
export function EnvironmentsPart({ site: { engine, bot, call }, status, onChanged }: Props) {
  const { t } = useTranslation()
  const { isBusy, fault, act } = useAct()
  const { environments } = status
  if (!environments) return null
  const { toTest, toLive } = nextSteps(status)
  const promote = (version: string) => {
    const request = { version, expected: environments.test }
    void act(
      () => call(() => client['live.promoteToTest']({ bot, engine: engine.id, promote: request })),
      onChanged,
    )
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
          <Button size="compact-xs" variant="default" loading={isBusy} onClick={() => promote(toTest)}>
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
      <ActFault fault={fault} />
    </>
  )
}
