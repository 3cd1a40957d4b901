import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import type { PublishPlan } from './publish-plan.ts'
import css from './versions.module.css'

/** What will happen, step by step, before anything does. */
export function PlanSteps({ plan, engine }: { plan: PublishPlan; engine: string }) {
  const { t } = useTranslation()
  const { version, saves, publishes, activates, stages, nothing } = plan
  const values = { version, engine }
  return (
    <Field label={t('versions.publish.plan')}>
      {nothing ? (
        <p className={css.text}>{t(`versions.publish.nothing.${nothing}`, values)}</p>
      ) : (
        <ol className={css.plan}>
          {saves && <li>{t('versions.publish.step.save', values)}</li>}
          {publishes && <li>{t('versions.publish.step.publish', values)}</li>}
          {activates && (
            <li>
              {t(`versions.publish.step.${activates.as === version ? 'activateSame' : 'activate'}`, {
                version: activates.as,
              })}{' '}
              {activates.replaces && t('versions.publish.step.replaces', { version: activates.replaces })}
            </li>
          )}
          {stages && (
            <li>
              <StageStep version={version} stages={stages} />
            </li>
          )}
        </ol>
      )}
    </Field>
  )
}

type StageProps = Readonly<{ version: string; stages: NonNullable<PublishPlan['stages']> }>

function StageStep({ version, stages: { staging, beside, replaces } }: StageProps) {
  const { t } = useTranslation()
  const { percent, rollBackAt } = staging
  return (
    <>
      {t('stage.plan', { version, percent, active: beside })}{' '}
      {rollBackAt ? t('stage.watched', rollBackAt) : t('stage.unwatched')}{' '}
      {replaces && t('stage.planReplaces', { version: replaces })}
    </>
  )
}
