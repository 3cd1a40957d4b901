import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { allSaved } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Loading } from '../ui/loading.tsx'
import { Actions, DialogFrame } from '../versions/dialog-frame.tsx'
import { FaultMessage } from '../versions/fault-message.tsx'
import { useVaultGate } from '../versions/use-vault-gate.tsx'

/** Writes the signed package; shown while the key that signs has to be asked for, and when something went wrong. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const gate = useVaultGate()
  const [fault, setFault] = useState<Fault | null>(null)
  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void exportNow()
  }, [])
  const exportNow = async () => {
    flushDrafts()
    await allSaved()
    const { bot } = useWorkbench.getState()
    if (!bot) return onClose()
    const answer = await gate.call(() => client['review.export']({ bot }))
    if (!answer.ok) return setFault(answer)
    if (answer.value)
      useWorkbench.setState({ banner: { tone: 'success', message: t('review.exported', answer.value) } })
    onClose()
  }
  return (
    <DialogFrame title={t('review.exportTitle')} onClose={onClose}>
      {gate.form ?? (fault ? <FaultMessage fault={fault} onGo={onClose} /> : <Loading />)}
      {fault && <Actions onCancel={onClose} cancel={t('versions.close')} />}
    </DialogFrame>
  )
}
