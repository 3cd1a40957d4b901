import { Button } from '@mantine/core'
import { IconCopy, IconKey } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import type { ApiKey } from '../../src-shared/publish/key-protocol.ts'
import { client } from '../ipc/client.ts'
import { CopyField } from '../live/copy-field.tsx'
import live from '../live/live.module.css'
import { FaultMessage } from '../versions/fault-message.tsx'
import { loadEngines } from '../versions/publishing.ts'
import { faultInWords } from '../words/sentences.ts'
import type { Account } from './account.ts'
import css from './engines.module.css'

type Props = Readonly<{ account: Account; made: ApiKey; onDone: () => void }>

/**
 * The one moment in which a new secret can be taken along (requirements.md KAR-03). It goes from the main process to the
 * clipboard; this window never has it.
 */
export function MadeKey({ account: { engine, call }, made, onDone }: Props) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<'copied' | 'used' | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => () => void client['keys.forgetSecret'](), [])
  const of = { engine: engine.id, key: made.key }
  const act = async (done: 'copied' | 'used') => {
    const answer = await call<unknown>(() =>
      done === 'copied' ? client['keys.copySecret'](of) : client['keys.use'](of),
    )
    setFault(answer.ok ? null : answer)
    setSaid(answer.ok ? done : null)
    if (done === 'used') await loadEngines()
  }
  return (
    <section className={css.made} aria-label={t(`engines.kind.${made.kind}`)}>
      <p>
        <IconKey size={16} aria-hidden />
        {t('engines.made', { name: made.label })}
      </p>
      <CopyField label={t('engines.id')} text={made.key} />
      {fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={onDone} />}
      <div className={live.actions}>
        <Button
          size="xs"
          autoFocus
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void act('copied')}
        >
          {t('engines.copySecret')}
        </Button>
        {made.kind === 'signing' && (
          <Button size="xs" variant="default" onClick={() => void act('used')}>
            {t('engines.use')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDone}>
          {t('engines.done')}
        </Button>
        {said && (
          <span className={live.good} role="status">
            {t(`engines.${said}`)}
          </span>
        )}
      </div>
    </section>
  )
}
