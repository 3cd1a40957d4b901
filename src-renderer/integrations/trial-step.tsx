import { useTranslation } from 'react-i18next'
import type { Send } from '../../src-shared/integrations/routing.ts'
import type { SimulatedStep } from '../../src-shared/integrations/routing-simulation.ts'
import { PayloadPart } from '../live/payload-part.tsx'
import css from './integrations.module.css'
import { sinceStart } from './since-start.ts'
import { lookOf } from './step-look.ts'

type Props = Readonly<{ step: SimulatedStep; beganAt: number }>

/** One line of a played conversation, with what was sent, as it is on the wire. */
export function TrialStep({ step, beganAt }: Props) {
  const say = useStepWords()
  const payload = payloadOf(step)
  return (
    <li className={css.step} data-look={lookOf(step)}>
      <time>{sinceStart(step.at - beganAt)}</time>
      <div>
        <span>{say(step)}</span>
        {payload !== null && <PayloadPart payload={payload} />}
      </div>
    </li>
  )
}

function payloadOf(step: SimulatedStep): unknown {
  if (step.what === 'botTells') return step.payload
  return step.what === 'attempt' || step.what === 'toDesk' ? step.send.payload : null
}

function useStepWords() {
  const { t } = useTranslation()
  /** What an event is called on the wire. */
  const nameOf = ({ payload }: Send) => ('Event' in payload ? payload.Event : t('integrations.log.message'))
  return (step: SimulatedStep): string => {
    switch (step.what) {
      case 'customer':
        return t(`integrations.step.customer.${step.to}`, { text: step.text })
      case 'agent':
        return t('integrations.step.agent', { text: step.text })
      case 'botSays':
        return t('integrations.step.said', { text: step.text })
      case 'botTells':
        return t(`integrations.step.told.${toldAs(step.payload.eventid)}`)
      case 'attempt': {
        const said = { name: nameOf(step.send), number: step.number, ms: step.durationMs }
        return step.failed === null
          ? t('integrations.step.reached', said)
          : t(`integrations.step.missed.${step.failed.code}`, said)
      }
      case 'unverified':
        return t('integrations.step.unverified')
      case 'opened':
        return t(`integrations.step.opened.${step.type}`, { id: step.conversation })
      case 'closed':
        return t('integrations.step.closed', { id: step.conversation })
      case 'flag':
        return t(`integrations.step.flag.${step.flag}`)
      case 'breaker':
        return t(`integrations.step.breaker.${step.state}`)
      case 'refused':
        return t(`integrations.step.refused.${step.why}`)
      case 'deskFailed':
        return t('integrations.step.deskFailed')
      case 'givenUp':
      case 'held':
      case 'toDesk':
        return t(`integrations.step.${step.what}`, { name: nameOf(step.send) })
    }
  }
}

function toldAs(eventid: string | undefined): 'message' | 'handover' | 'close' {
  if (eventid === '1001') return 'message'
  return eventid === '1002' ? 'handover' : 'close'
}
