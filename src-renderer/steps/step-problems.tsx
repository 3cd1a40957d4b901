import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { showPlace } from '../state/show-place.ts'
import styles from './steps.module.css'
import type { StepModel } from './use-step-model.ts'

/** A script is read for what it says; the rest is in the panel of problems. */
const MOST_SHOWN = 3

type Props = Readonly<{ model: StepModel; id: BlockId; isActive: boolean }>

/** What the checks say of a step, each a way to the field it is about. What leads nowhere stands at its way already. */
export function StepProblems({ model, id, isActive }: Props) {
  const { t } = useTranslation()
  const messages = new Set<string>()
  // Two empty fields say the same; the first is enough to go there.
  const found = (model.issues.get(id) ?? []).filter(
    ({ severity, path, message }) =>
      severity !== 'hint' && path?.[0] !== 'ports' && !messages.has(message) && messages.add(message),
  )
  if (found.length === 0) return null
  return (
    <ul className={styles.problems}>
      {found.slice(0, MOST_SHOWN).map(({ severity, message, path }) => {
        const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle
        return (
          <li key={message} data-severity={severity}>
            <Icon size={14} aria-label={t(`problems.severity.${severity}`)} />
            <button
              type="button"
              className={styles.problem}
              tabIndex={isActive ? 0 : -1}
              data-control
              onClick={() => showPlace(id, path ?? null)}
            >
              {message}
            </button>
          </li>
        )
      })}
      {found.length > MOST_SHOWN && (
        <li className={styles.moreProblems}>
          {t('steps.moreProblems', { count: found.length - MOST_SHOWN })}
        </li>
      )}
    </ul>
  )
}
