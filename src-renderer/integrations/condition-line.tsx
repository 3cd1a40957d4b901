import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../src-shared/channels/channel.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { COMPARISONS, CONDITIONS_ON, newCondition, type PlainCondition } from './condition-draft.ts'
import css from './integrations.module.css'

type Props = Readonly<{ one: PlainCondition; onChange: (one: PlainCondition | null) => void }>

/** One condition, by what it looks at. */
export function ConditionLine({ one, onChange }: Props) {
  const { t } = useTranslation()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={css.condition}>
      <NativeSelect
        size="xs"
        aria-label={t('integrations.condition.on')}
        value={one.on}
        data={CONDITIONS_ON.map(value => ({ value, label: t(`integrations.condition.ons.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(newCondition(CONDITIONS_ON.find(on => on === value) ?? one.on, zone))
        }
      />
      {fieldsOf(one, onChange)}
      <IconButton label={t('integrations.condition.remove')} onClick={() => onChange(null)}>
        <IconTrash size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

function fieldsOf(one: PlainCondition, onChange: (one: PlainCondition) => void): ReactNode {
  switch (one.on) {
    case 'channel':
      return <ChannelField one={one} onChange={onChange} />
    case 'time':
      return <HoursFields one={one} onChange={onChange} />
    default:
      return <ComparedFields one={one} onChange={onChange} />
  }
}

type Of<On extends PlainCondition['on']> = Readonly<{
  one: Extract<PlainCondition, { on: On }>
  onChange: (one: PlainCondition) => void
}>

function ChannelField({ one, onChange }: Of<'channel'>) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      aria-label={t('integrations.condition.ons.channel')}
      value={one.channel}
      data={CHANNELS.map(value => ({ value, label: t(`simulator.setup.channels.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...one, channel: CHANNELS.find(channel => channel === value) ?? one.channel })
      }
    />
  )
}

function ComparedFields({ one, onChange }: Of<'text' | 'variable' | 'contact'>) {
  const { t } = useTranslation()
  return (
    <>
      <NameField one={one} onChange={onChange} />
      <NativeSelect
        size="xs"
        aria-label={t('integrations.condition.is')}
        value={one.is}
        data={COMPARISONS.map(value => ({ value, label: t(`integrations.condition.comparison.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...one, is: COMPARISONS.find(is => is === value) ?? one.is })
        }
      />
      <TextInput
        size="xs"
        aria-label={t('integrations.condition.value')}
        placeholder={t('integrations.condition.value')}
        value={one.value}
        maxLength={500}
        autoComplete="off"
        onChange={event => onChange({ ...one, value: event.currentTarget.value })}
      />
    </>
  )
}

/** Which variable, or what of the contact; a text has no name. */
function NameField({ one, onChange }: Of<'text' | 'variable' | 'contact'>) {
  const { t } = useTranslation()
  if (one.on === 'text') return null
  if (one.on === 'variable')
    return (
      <TextInput
        size="xs"
        aria-label={t('integrations.condition.variable')}
        placeholder="customparam1"
        value={one.name}
        maxLength={64}
        autoComplete="off"
        onChange={event => onChange({ ...one, name: event.currentTarget.value })}
      />
    )
  return (
    <NativeSelect
      size="xs"
      aria-label={t('integrations.condition.ons.contact')}
      value={one.name}
      data={(['id', 'locale'] as const).map(value => ({
        value,
        label: t(`integrations.condition.contact.${value}`),
      }))}
      onChange={event => onChange({ ...one, name: event.currentTarget.value === 'id' ? 'id' : 'locale' })}
    />
  )
}

/** From Monday 1 to Sunday 7. */
const DAYS = [1, 2, 3, 4, 5, 6, 7]
/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY_MS = 86_400_000

function HoursFields({ one, onChange }: Of<'time'>) {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const text = (field: 'from' | 'until' | 'zone') => (
    <TextInput
      size="xs"
      type={field === 'zone' ? 'text' : 'time'}
      aria-label={t(`integrations.condition.${field}`)}
      value={one[field]}
      autoComplete="off"
      onChange={event => onChange({ ...one, [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {text('from')}
      {text('until')}
      {text('zone')}
      <div className={css.days}>
        {DAYS.map(number => (
          <Checkbox
            key={number}
            size="xs"
            label={day.format(MONDAY + (number - 1) * DAY_MS)}
            checked={one.days.includes(number)}
            onChange={({ currentTarget: { checked } }) => {
              const others = one.days.filter(known => known !== number)
              onChange({ ...one, days: checked ? [...others, number].sort() : others })
            }}
          />
        ))}
      </div>
    </>
  )
}
