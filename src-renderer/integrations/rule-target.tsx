import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AFTER_HANDOVER } from '../../src-shared/document/settings.ts'
import { RULE_ACTIONS } from '../../src-shared/integrations/service.ts'
import live from '../live/live.module.css'
import type { RuleProps } from './rule-props.ts'

/** To whom a rule goes: agents, a bot, or a bot that may hand over (requirements.md IMI-09). */
export function RuleTarget(props: RuleProps) {
  const { t } = useTranslation()
  const { rule, targets, onChange } = props
  const { action } = rule
  return (
    <>
      <div className={live.pair}>
        <NativeSelect
          size="xs"
          label={t('integrations.rule.action')}
          value={action}
          data={RULE_ACTIONS.map(value => ({ value, label: t(`integrations.rule.actions.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...rule, action: RULE_ACTIONS.find(one => one === value) ?? action })
          }
        />
        {action !== 'ccsp' && (
          <NativeSelect
            size="xs"
            label={t('integrations.rule.bot')}
            value={rule.bot ?? ''}
            data={[
              ...(rule.bot === null ? [{ value: '', label: t('integrations.rule.choose') }] : []),
              ...targets.bots.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={event => onChange({ ...rule, bot: event.currentTarget.value || null })}
          />
        )}
        {action !== 'bot' && <Desk {...props} />}
      </div>
      <Texts {...props} />
    </>
  )
}

function Desk({ rule, targets, onChange }: RuleProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('integrations.rule.desk')}
        value={rule.desk ?? ''}
        data={[
          { value: '', label: t('integrations.rule.ownDesk') },
          ...targets.desks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={event => onChange({ ...rule, desk: event.currentTarget.value || null })}
      />
      <TextInput
        size="xs"
        label={t('integrations.rule.skill')}
        value={rule.skill ?? ''}
        maxLength={300}
        autoComplete="off"
        onChange={event => onChange({ ...rule, skill: event.currentTarget.value || null })}
      />
    </>
  )
}

function Texts({ rule, onChange }: RuleProps) {
  const { t } = useTranslation()
  const { action, afterHandover } = rule
  const text = (field: 'waitText' | 'fallbackText') => (
    <TextInput
      size="xs"
      label={t(`integrations.rule.${field}`)}
      value={rule[field]}
      maxLength={1000}
      autoComplete="off"
      onChange={event => onChange({ ...rule, [field]: event.currentTarget.value })}
    />
  )
  return (
    <div className={live.pair}>
      {action !== 'ccsp' && text('waitText')}
      {text('fallbackText')}
      {action === 'bot_and_ccsp' && (
        <NativeSelect
          size="xs"
          label={t('integrations.rule.afterHandover')}
          value={afterHandover}
          data={AFTER_HANDOVER.map(value => ({ value, label: t(`botSettings.afterHandovers.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...rule, afterHandover: AFTER_HANDOVER.find(one => one === value) ?? afterHandover })
          }
        />
      )}
    </div>
  )
}
