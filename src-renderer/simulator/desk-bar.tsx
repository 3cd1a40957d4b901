import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import css from './simulator.module.css'
import { letHappen, useTalk } from './talk.ts'

export type Speaker = 'customer' | 'agent'

type Props = Readonly<{ speaker: Speaker; onSpeaker: (speaker: Speaker) => void }>

/** While an agent has the conversation: who writes next, and the agent's way to close (requirements.md CM-14, CM-15). */
export function DeskBar({ speaker, onSpeaker }: Props) {
  const { t } = useTranslation()
  const returns = useTalk(state => state.program?.rules.liveChat.returnOnClose === true)
  const close = () => {
    onSpeaker('customer')
    letHappen({ type: 'agent', action: 'close', text: '' })
  }
  return (
    <section className={css.desk} aria-label={t('simulator.desk.title')}>
      <SegmentedControl
        size="xs"
        aria-label={t('simulator.desk.speaker')}
        value={speaker}
        data={(['customer', 'agent'] as const).map(value => ({ value, label: t(`simulator.desk.${value}`) }))}
        onChange={value => onSpeaker(value as Speaker)}
      />
      <span className={css.space} />
      <Button size="compact-xs" variant="default" onClick={close}>
        {t(returns ? 'simulator.desk.handBack' : 'simulator.desk.close')}
      </Button>
    </section>
  )
}

/** While an agent is asked and the person at the simulator plays them (requirements.md CM-12, CM-16). */
export function AgentAsked({ effect }: { effect: string }) {
  const { t } = useTranslation()
  return (
    <section className={css.desk} aria-label={t('simulator.desk.asked')}>
      <span className={css.deskWords}>{t('simulator.desk.asked')}</span>
      <Button
        size="compact-xs"
        onClick={() => letHappen({ type: 'effect', effect, result: { outcome: 'accepted' } })}
      >
        {t('simulator.desk.accept')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          letHappen({ type: 'effect', effect, result: { outcome: 'failed', message: 'The agent declined.' } })
        }
      >
        {t('simulator.desk.decline')}
      </Button>
    </section>
  )
}
