import { IconX } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'
import { Picker } from '../inspector/fields/picker.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { useDocument } from '../state/edits.ts'
import { RULE_FUNCTIONS, type Rule, takesValue } from './condition-rules.ts'
import ruleCss from './rule-row.module.css'
import { operatorsOf, ruleAbout, type SubjectType } from './rule-subject.ts'
import { RuleValueField } from './rule-value-field.tsx'

type Props = Readonly<{
  /** Names the rule among all fields of the bot. */
  field: string
  number: number
  rule: Rule
  change: (rule: Rule) => boolean
  onRemove: () => void
}>

/** One rule: what is looked at, how it is compared, and with what. */
export function RuleRow({ field, number, rule, change, onRemove }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const scope = useContext(FieldScope)
  if (!document) return null
  const type = typeOf(rule.subject, document)
  const operators = operatorsOf(type)
  const shown = operators.includes(rule.operator) ? operators : [rule.operator, ...operators]
  return (
    <div className={ruleCss.rule} data-rule={number}>
      <div className={css.line}>
        <Picker
          quiet
          clearable={false}
          label={t('blocks.condition.subject', { number })}
          placeholder={t('blocks.condition.subject', { number })}
          chosen={{ value: rule.subject, label: subjectName(rule.subject, t) }}
          choices={() => subjects(document, t)}
          onPick={subject => subject && change(ruleAbout(subject, typeOf(subject, document), rule))}
        />
        <SmallButton label={t('blocks.condition.removeRule', { number })} onClick={onRemove}>
          <IconX size={14} />
        </SmallButton>
      </div>
      <div className={takesValue(rule.operator) ? css.pair : undefined}>
        <ChoiceSelect
          quiet
          label={t('blocks.condition.operator', { number })}
          value={rule.operator}
          options={shown.map(operator => ({
            value: operator,
            label: t([
              `blocks.condition.${type}Operators.${operator}`,
              `blocks.condition.operators.${operator}`,
            ]),
          }))}
          onPick={operator => change({ ...rule, operator, value: takesValue(operator) ? rule.value : '' })}
        />
        {takesValue(rule.operator) && (
          <RuleValueField
            field={`${scope}.${field}`}
            label={t('blocks.condition.value', { number })}
            type={type}
            subject={rule.subject}
            value={rule.value}
            commit={value => change({ ...rule, value })}
          />
        )}
      </div>
    </div>
  )
}

function typeOf(subject: string, document: BotDocument): SubjectType {
  return subject.endsWith('()') ? 'text' : (document.variableNamed(subject)?.valueType ?? 'text')
}

type Words = (key: string) => string

function subjectName(subject: string, t: Words): string {
  return subject.endsWith('()') ? t(`blocks.condition.functions.${subject.slice(0, -2)}`) : subject
}

function subjects(document: BotDocument, t: Words) {
  const names = [...document.all('variable')].map(({ name, valueType }) => ({ name, valueType }))
  names.sort((a, b) => a.name.localeCompare(b.name))
  return [
    {
      group: t('blocks.condition.conversation'),
      items: RULE_FUNCTIONS.map(name => ({ value: `${name}()`, label: subjectName(`${name}()`, t) })),
    },
    {
      group: t('blocks.condition.variables'),
      items: names.map(({ name, valueType }) => ({
        value: name,
        label: name,
        hint: t(`variables.type.${valueType}`),
      })),
    },
  ]
}
