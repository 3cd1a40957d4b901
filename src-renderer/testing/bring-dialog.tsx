import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { showLeft } from '../state/show-left.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Actions, DialogFrame } from '../versions/dialog-frame.tsx'
import { FaultMessage } from '../versions/fault-message.tsx'
import { loadEngines } from '../versions/publishing.ts'
import { useVaultGate } from '../versions/use-vault-gate.tsx'
import css from '../versions/versions.module.css'
import { WithEngine } from '../versions/with-engine.tsx'
import { showRecorded } from './recorded-state.ts'

/** Brings the conversations real people had with the bot; says what of them is left on the engine. */
export function BringDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const gate = useVaultGate()
  const [isWorking, setWorking] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => void loadEngines(), [])
  const bring = async (engine: string) => {
    const { bot } = useWorkbench.getState()
    if (!bot) return onClose()
    setWorking(true)
    setFault(null)
    const brought = await gate.call(() => client['publish.conversations']({ bot, engine }))
    setWorking(false)
    if (!brought.ok) return setFault(brought)
    const { conversations, contacts, isAll } = brought.value
    const count = conversations.length
    const message =
      contacts === 0
        ? t('tests.recorded.nobody')
        : t(isAll ? 'tests.recorded.all' : 'tests.recorded.newest', { count, contacts })
    showRecorded(brought.value)
    useWorkbench.setState({ banner: { tone: 'info', message } })
    showLeft('tests')
    onClose()
  }
  return (
    <DialogFrame title={t('tests.recorded.title')} onClose={onClose}>
      {gate.form}
      <div hidden={gate.form !== null}>
        <p className={css.text}>{t('tests.recorded.explain')}</p>
        <WithEngine
          canAdd={false}
          show={engine => (
            <>
              {fault && <FaultMessage fault={fault} onGo={onClose} />}
              <Actions onCancel={onClose}>
                <Button size="xs" data-autofocus loading={isWorking} onClick={() => void bring(engine.id)}>
                  {t('tests.recorded.bring')}
                </Button>
              </Actions>
            </>
          )}
        />
      </div>
    </DialogFrame>
  )
}
