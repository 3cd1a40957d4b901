import { useTranslation } from 'react-i18next'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import { Question } from '../live/question.tsx'
import type { Site } from '../live/site.ts'

/** What is asked about before it is done with an integration. */
export type Asking = 'pause' | 'address' | 'remove'

type Props = Readonly<{
  site: Site
  integration: IntegrationView
  asking: Asking
  onKeep: () => void
  /** The new incoming address, which is shown once. */
  onRenewed: (url: string) => void
  onDone: () => void
}>

export function IntegrationQuestion({ site, integration, asking, onKeep, onRenewed, onDone }: Props) {
  const { t } = useTranslation()
  const { id, name } = integration
  const of = { engine: site.engine.id, integration: id }
  const make = async (): Promise<Result<unknown>> => {
    if (asking === 'pause') return client['live.pauseIntegration']({ ...of, isPaused: true })
    if (asking === 'remove') return client['live.removeIntegration'](of)
    const renewed = await client['live.renewAddress'](of)
    if (!renewed.ok) return renewed
    onRenewed(renewed.value)
    return ok(null)
  }
  return (
    <Question
      text={t(`integrations.ask.${asking}`, { name })}
      action={t(`integrations.ask.${asking}Action`)}
      mayGo
      make={() => site.call(make)}
      onKeep={onKeep}
      onDone={asking === 'address' ? () => {} : onDone}
    />
  )
}
