import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RULE_EVENTS } from '../../src-shared/integrations/service.ts'
import live from '../live/live.module.css'
import { Field } from '../ui/field.tsx'
import css from './integrations.module.css'
import type { RuleProps } from './rule-props.ts'

/** What a rule waits for, and on which assets. */
export function RuleTrigger(props: RuleProps) {
  const { t } = useTranslation()
  const { rule, onChange } = props
  return (
    <>
      <div className={live.pair}>
        <NativeSelect
          size="xs"
          label={t('integrations.rule.event')}
          value={rule.event}
          data={RULE_EVENTS.map(value => ({ value, label: t(`integrations.event.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...rule, event: RULE_EVENTS.find(event => event === value) ?? rule.event })
          }
        />
        {rule.event === 'keyword' && <Keywords {...props} />}
        {rule.event === 'inactivity' && (
          <NumberInput
            size="xs"
            label={t('integrations.rule.minutes')}
            value={rule.minutes}
            min={1}
            max={10_080}
            allowDecimal={false}
            onChange={minutes => onChange({ ...rule, minutes: Number(minutes) })}
          />
        )}
      </div>
      <AssetsOfRule {...props} />
    </>
  )
}

/** Of one asset alone there is nothing to choose. */
function AssetsOfRule({ rule, assets, onChange }: RuleProps) {
  const { t } = useTranslation()
  if (assets.length < 2) return null
  return (
    <Field label={t('integrations.rule.assets')} hint={t('integrations.rule.assetsHint')}>
      <div className={css.checks}>
        {assets.map(({ id, label }) => (
          <Checkbox
            key={id}
            size="xs"
            label={label}
            checked={rule.assets.includes(id)}
            onChange={({ currentTarget: { checked } }) => {
              const others = rule.assets.filter(one => one !== id)
              onChange({ ...rule, assets: checked ? [...others, id] : others })
            }}
          />
        ))}
      </div>
    </Field>
  )
}

/** What is typed stays as it is; the rule has its words. */
function Keywords({ rule, onChange }: RuleProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => rule.keywords.join(', '))
  return (
    <TextInput
      size="xs"
      label={t('integrations.rule.keywords')}
      description={t('integrations.rule.keywordsHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        const keywords = value.split(',').map(word => word.trim())
        onChange({ ...rule, keywords: keywords.filter(word => word !== '') })
      }}
    />
  )
}
