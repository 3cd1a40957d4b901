import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import live from '../live/live.module.css'
import { IconButton } from '../ui/icon-button.tsx'
import { ConditionFields } from './condition-fields.tsx'
import css from './integrations.module.css'
import type { RuleProps } from './rule-props.ts'
import { RuleTarget } from './rule-target.tsx'
import { RuleTrigger } from './rule-trigger.tsx'
import { RULE_PROBLEMS, ruleProblems } from './service-draft.ts'

type Props = RuleProps &
  Readonly<{
    number: number
    ofRules: number
    wasTried: boolean
    onMove: (by: 1 | -1) => void
    onRemove: () => void
  }>

/** One rule: what it waits for, under which conditions, and to whom it goes (requirements.md IMI-09, IMI-10). */
export function RuleForm({ number, ofRules, wasTried, onMove, onRemove, ...props }: Props) {
  const { t } = useTranslation()
  const { rule, onChange } = props
  const problems = wasTried ? ruleProblems(rule) : []
  const button = (act: 'up' | 'down' | 'remove', Icon: typeof IconTrash, isOff: boolean, run: () => void) => (
    <IconButton label={t(`integrations.rule.${act}`, { number })} disabled={isOff} onClick={run}>
      <Icon size={14} aria-hidden />
    </IconButton>
  )
  return (
    <section
      className={css.rule}
      aria-label={t('integrations.rule.title', { number })}
      data-bad={problems.length > 0 || undefined}
    >
      <div className={live.bar}>
        <h5 className={live.heading}>{t('integrations.rule.title', { number })}</h5>
        {button('up', IconArrowUp, number === 1, () => onMove(-1))}
        {button('down', IconArrowDown, number === ofRules, () => onMove(1))}
        {button('remove', IconTrash, false, onRemove)}
      </div>
      <RuleTrigger {...props} />
      <ConditionFields condition={rule.condition} onChange={condition => onChange({ ...rule, condition })} />
      <RuleTarget {...props} />
      {RULE_PROBLEMS.filter(problem => problems.includes(problem)).map(problem => (
        <p key={problem} className={css.problem} role="alert">
          {t(`integrations.rule.problem.${problem}`)}
        </p>
      ))}
    </section>
  )
}
