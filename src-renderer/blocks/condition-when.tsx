import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_FORMULA_LENGTH } from '../../src-shared/document/field-types.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { useFieldIssues } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'
import { FormulaField } from '../inspector/fields/formula-field.tsx'
import { flushDrafts } from '../state/drafts.ts'
import { useDocument } from '../state/edits.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { AddButton } from './add-button.tsx'
import { type RuleSet, readRules, writeRules } from './condition-rules.ts'
import ruleCss from './rule-row.module.css'
import { RuleRow } from './rule-row.tsx'

type Props = Readonly<{
  id: string
  at: number
  when: string
  commit: (formula: string) => boolean
}>

/** When a branch is taken: rules, as long as the formula says no more than rules can, or the formula itself. */
export function ConditionWhen({ id, at, when, commit }: Props) {
  const { t } = useTranslation()
  const [asFormula, setAsFormula] = useState(false)
  const rules = readRules(when)
  const showsRules = rules !== null && !asFormula
  const swap = () => {
    flushDrafts()
    setAsFormula(showsRules)
  }
  const swapButton = rules !== null && (
    <Button size="compact-xs" variant="subtle" color="gray" onClick={swap}>
      {t(showsRules ? 'blocks.condition.asFormula' : 'blocks.condition.asRules')}
    </Button>
  )
  if (showsRules) return <Rules id={id} at={at} rules={rules} commit={commit} action={swapButton} />
  return (
    <>
      <FormulaField
        quiet
        label={t('blocks.condition.when', { number: at + 1 })}
        placeholder={t('blocks.condition.whenPlaceholder')}
        name={`${id}.when`}
        path={['branches', at, 'when']}
        value={when}
        commit={commit}
      />
      <div className={ruleCss.below}>
        {swapButton || <p className={css.note}>{t('blocks.condition.onlyFormula')}</p>}
      </div>
    </>
  )
}

type RulesProps = Omit<Props, 'when'> & Readonly<{ rules: RuleSet; action: ReactNode }>

function Rules({ id, at, rules: { join, rules }, commit, action }: RulesProps) {
  const { t } = useTranslation()
  const document = useDocument()
  const issues = useFieldIssues(['branches', at, 'when'])
  const [tooLong, setTooLong] = useState(false)
  const set = (next: RuleSet) => {
    const formula = writeRules(next)
    const fits = formula.length <= MAX_FORMULA_LENGTH
    setTooLong(!fits)
    return fits && commit(formula)
  }
  const first = [...(document?.all('variable') ?? [])].find(({ valueType }) => valueType === 'text')?.name
  const add = () => {
    set({ join, rules: [...rules, { subject: first ?? 'MESSAGE()', operator: 'is', value: '' }] })
    // The new rule stands before this button: by keyboard one would have to go back for it.
    focusWhenThere(`[data-path="branches.${at}.when"] [data-rule="${rules.length + 1}"] button`)
  }
  return (
    <div className={css.section} data-path={`branches.${at}.when`}>
      {rules.length > 1 && (
        <ChoiceSelect
          quiet
          label={t('blocks.condition.join', { number: at + 1 })}
          value={join}
          options={(['all', 'any'] as const).map(value => ({
            value,
            label: t(`blocks.condition.joins.${value}`),
          }))}
          onPick={picked => set({ join: picked, rules })}
        />
      )}
      {rules.map((rule, index) => (
        <RuleRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other identity
          key={index}
          field={`${id}.rule.${index}`}
          number={index + 1}
          rule={rule}
          change={next => set({ join, rules: rules.with(index, next) })}
          onRemove={() => set({ join, rules: rules.toSpliced(index, 1) })}
        />
      ))}
      <div className={ruleCss.below}>
        <AddButton label={t('blocks.condition.addRule')} onClick={add} />
        {action}
      </div>
      {tooLong && (
        <FieldMessage severity="error" message={t('inspector.field.atMost', { count: MAX_FORMULA_LENGTH })} />
      )}
      {issues.map(({ code, severity, message, fix }) => (
        <FieldMessage key={`${code} ${message}`} severity={severity} message={message} fix={fix} />
      ))}
    </div>
  )
}
