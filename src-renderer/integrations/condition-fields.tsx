import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../src-shared/integrations/condition.ts'
import { PayloadPart } from '../live/payload-part.tsx'
import { Field } from '../ui/field.tsx'
import { conditionOf, groupOf, newCondition, withCondition } from './condition-draft.ts'
import { ConditionLine } from './condition-line.tsx'

type Props = Readonly<{ condition: Condition | null; onChange: (condition: Condition | null) => void }>

/** Under which conditions a rule counts: all of some, or one of them (requirements.md IMI-10). */
export function ConditionFields({ condition, onChange }: Props) {
  const { t } = useTranslation()
  const group = groupOf(condition)
  if (!group) return <NestedConditions condition={condition} onRemove={() => onChange(null)} />
  const { mode, list } = group
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Field label={t('integrations.condition.title')}>
      {list.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('integrations.condition.mode')}
          value={mode}
          data={(['all', 'any'] as const).map(value => ({
            value,
            label: t(`integrations.condition.modes.${value}`),
          }))}
          onChange={event =>
            onChange(conditionOf({ list, mode: event.currentTarget.value === 'any' ? 'any' : 'all' }))
          }
        />
      )}
      {list.map((one, index) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names; each field is controlled
          key={index}
          one={one}
          onChange={changed => onChange(conditionOf(withCondition(group, index, changed)))}
        />
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() => onChange(conditionOf({ mode, list: [...list, newCondition('text', zone)] }))}
        >
          {t('integrations.condition.add')}
        </Button>
      </div>
    </Field>
  )
}

/** Made elsewhere; the form would lose what it cannot show. */
function NestedConditions({ condition, onRemove }: Readonly<{ condition: unknown; onRemove: () => void }>) {
  const { t } = useTranslation()
  return (
    <Field label={t('integrations.condition.title')} hint={t('integrations.condition.nested')}>
      <PayloadPart payload={condition} label={t('integrations.condition.show')} />
      <div>
        <Button size="compact-xs" variant="default" onClick={onRemove}>
          {t('integrations.condition.removeAll')}
        </Button>
      </div>
    </Field>
  )
}
