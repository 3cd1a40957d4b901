import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotEvent } from '../../src-shared/integrations/bot-event.ts'
import { ENDPOINT_MOODS } from '../../src-shared/integrations/played-endpoint.ts'
import type { RoutingAct, RoutingSimulation } from '../../src-shared/integrations/routing-simulation.ts'
import css from './integrations.module.css'

type Props = Readonly<{ simulation: RoutingSimulation; onAct: (act: RoutingAct) => void }>

/** What customer, bot and agents do. */
export function TrialControls(props: Props) {
  const { t } = useTranslation()
  const { onAct } = props
  return (
    <div className={css.controls}>
      <fieldset className={css.group}>
        <legend>{t('integrations.trial.customer')}</legend>
        <SendField
          label={t('integrations.trial.says')}
          action={t('integrations.trial.send')}
          onSend={text => onAct({ act: 'customerSays', text })}
        />
        <SendField
          label={t('integrations.trial.taps')}
          action={t('integrations.trial.tap')}
          onSend={payload => onAct({ act: 'customerTaps', payload, label: payload })}
        />
      </fieldset>
      <BotControls {...props} />
      <AgentControls {...props} />
    </div>
  )
}

const DESKS = ['accepts', 'fails'] as const

function AgentControls({ simulation, onAct }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className={css.group}>
      <legend>{t('integrations.trial.agents')}</legend>
      <NativeSelect
        size="xs"
        label={t('integrations.trial.desk')}
        value={simulation.desk}
        data={DESKS.map(value => ({ value, label: t(`integrations.trial.desks.${value}`) }))}
        onChange={event =>
          onAct({ act: 'desk', desk: event.currentTarget.value === 'fails' ? 'fails' : 'accepts' })
        }
      />
      <SendField
        label={t('integrations.trial.agentSays')}
        action={t('integrations.trial.say')}
        isOff={simulation.routing.flag === 'BOT'}
        onSend={text => onAct({ act: 'agentSays', text })}
      />
      <Button
        size="xs"
        variant="default"
        disabled={simulation.routing.flag === 'BOT'}
        onClick={() => onAct({ act: 'agentCloses' })}
      >
        {t('integrations.trial.agentCloses')}
      </Button>
    </fieldset>
  )
}

function BotControls({ simulation, onAct }: Props) {
  const { t } = useTranslation()
  const [param, setParam] = useState('')
  const params: BotEvent['params'] = param.trim() === '' ? {} : { customparam1: param.trim() }
  const hasTalk = simulation.routing.bots[simulation.integration] !== undefined
  const tell = (event: BotEvent) => onAct({ act: 'bot', event })
  return (
    <fieldset className={css.group}>
      <legend>{t('integrations.trial.theBot')}</legend>
      <MoodSelect {...{ simulation, onAct }} />
      <SendField
        label={t('integrations.trial.botSays')}
        action={t('integrations.trial.answer')}
        isOff={!hasTalk}
        onSend={text => tell({ type: 'message', text, kind: 'text', media: '', params })}
      />
      <TextInput
        size="xs"
        label="customparam1"
        value={param}
        maxLength={200}
        autoComplete="off"
        onChange={event => setParam(event.currentTarget.value)}
      />
      <div className={css.halves}>
        {(['handover', 'close'] as const).map(type => (
          <Button
            key={type}
            size="xs"
            px={4}
            variant="default"
            disabled={!hasTalk}
            onClick={() => tell({ type, params })}
          >
            {t(`integrations.trial.${type}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function MoodSelect({ simulation, onAct }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      label={t('integrations.trial.endpoint')}
      value={simulation.mood}
      data={ENDPOINT_MOODS.map(value => ({ value, label: t(`integrations.trial.moods.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        onAct({
          act: 'endpoint',
          mood: ENDPOINT_MOODS.find(mood => mood === value) ?? simulation.mood,
        })
      }
    />
  )
}

type SendProps = Readonly<{
  label: string
  action: string
  isOff?: boolean
  onSend: (text: string) => void
}>

function SendField({ label, action, isOff = false, onSend }: SendProps): ReactNode {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isOff || text.trim() === '') return
    onSend(text.trim())
    setText('')
  }
  return (
    <form className={css.send} onSubmit={submit}>
      <TextInput
        size="xs"
        label={label}
        value={text}
        maxLength={1000}
        autoComplete="off"
        onChange={event => setText(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={isOff}>
        {action}
      </Button>
    </form>
  )
}
