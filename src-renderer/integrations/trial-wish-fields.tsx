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
  const put = (changed: Partial<TrialWish>) => onChange({ ...wish, ...changed })
  return (
    <div className={css.wish}>
      <Pick
        label={t('integrations.trial.action')}
        value={wish.action}
        options={RULE_ACTIONS}
        nameOf={value => t(`integrations.rule.actions.${value}`)}
        onPick={action => put({ action })}
      />
      <Pick
        label={t('integrations.trial.platform')}
        value={wish.platform}
        options={PLATFORMS}
        nameOf={value => t(`integrations.platform.${value}`)}
        onPick={platform => put({ platform })}
      />
      <Pick
        label={t('integrations.trial.channel')}
        value={wish.channel}
        options={CHANNELS}
        nameOf={value => t(`simulator.setup.channels.${value}`)}
        onPick={channel => put({ channel })}
      />
      {wish.action === 'bot_and_ccsp' && (
        <Pick
          label={t('integrations.rule.afterHandover')}
          value={wish.afterHandover}
          options={AFTER_HANDOVER}
          nameOf={value => t(`botSettings.afterHandovers.${value}`)}
          onPick={afterHandover => put({ afterHandover })}
        />
      )}
      {wish.action !== 'ccsp' && <Text field="waitText" {...{ wish, onChange }} />}
      <Text field="fallbackText" {...{ wish, onChange }} />
    </div>
  )
}

type PickProps<T extends string> = Readonly<{
  label: string
  value: T
  options: readonly T[]
  nameOf: (value: T) => string
  onPick: (value: T) => void
}>

function Pick<T extends string>({ label, value, options, nameOf, onPick }: PickProps<T>) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={options.map(option => ({ value: option, label: nameOf(option) }))}
      onChange={event => onPick(options.find(option => option === event.currentTarget.value) ?? value)}
    />
  )
}

function Text({ field, wish, onChange }: Props & Readonly<{ field: 'waitText' | 'fallbackText' }>) {
  const { t } = useTranslation()
  return (
    <TextInput
      size="xs"
      label={t(`integrations.rule.${field}`)}
      value={wish[field]}
      maxLength={1000}
      autoComplete="off"
      onChange={event => onChange({ ...wish, [field]: event.currentTarget.value })}
    />
  )
}
