import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../src-shared/channels/channel.ts'
import { AFTER_HANDOVER } from '../../src-shared/document/settings.ts'
import { RULE_ACTIONS } from '../../src-shared/integrations/service.ts'
import css from './integrations.module.css'
import type { TrialWish } from './trial-setup.ts'

type Props = Readonly<{ wish: TrialWish; onChange: (wish: TrialWish) => void }>

const PLATFORMS = ['own', 'other'] as const

/** The rule that is tried. */
export function TrialWishFields({ wish, onChange }: Props) {
  const { t } = useTranslation()
  function select<F extends 'action' | 'platform' | 'channel' | 'afterHandover'>(
    field: F,
    label: string,
    options: readonly { value: TrialWish[F]; label: string }[],
  ) {
    return (
      <NativeSelect
        size="xs"
        label={label}
        value={wish[field]}
        data={options}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...wish, [field]: options.find(one => one.value === value)?.value ?? wish[field] })
        }
      />
    )
  }
  const text = (field: 'waitText' | 'fallbackText') => (
    <TextInput
      size="xs"
      label={t(`integrations.rule.${field}`)}
      value={wish[field]}
      maxLength={1000}
      autoComplete="off"
      onChange={event => onChange({ ...wish, [field]: event.currentTarget.value })}
    />
  )
  const { action } = wish
  return (
    <div className={css.wish}>
      {select(
        'action',
        t('integrations.trial.action'),
        RULE_ACTIONS.map(value => ({ value, label: t(`integrations.rule.actions.${value}`) })),
      )}
      {select(
        'platform',
        t('integrations.trial.platform'),
        PLATFORMS.map(value => ({ value, label: t(`integrations.platform.${value}`) })),
      )}
      {select(
        'channel',
        t('integrations.trial.channel'),
        CHANNELS.map(value => ({ value, label: t(`simulator.setup.channels.${value}`) })),
      )}
      {action === 'bot_and_ccsp' &&
        select(
          'afterHandover',
          t('integrations.rule.afterHandover'),
          AFTER_HANDOVER.map(value => ({ value, label: t(`botSettings.afterHandovers.${value}`) })),
        )}
      {action !== 'ccsp' && text('waitText')}
      {text('fallbackText')}
    </div>
  )
}
