import { useTranslation } from 'react-i18next'
import type { EngineLook } from '../../src-shared/ipc/engine-calls.ts'
import live from '../live/live.module.css'
import type { Answer } from '../live/use-answer.ts'
import { faultInWords } from '../words/sentences.ts'
import css from './engines.module.css'
import { lookState } from './look-state.ts'

const TONES = {
  asking: '',
  there: 'active',
  locked: 'inactive',
  trouble: 'dead',
  refused: 'dead',
  away: 'dead',
}

/** Whether an engine can be reached, what it is, and what the key may do that is kept for it. */
export function EngineLookLine({ answer: { value, fault, isAsking } }: { answer: Answer<EngineLook> }) {
  const { t } = useTranslation()
  const state = isAsking ? 'asking' : lookState(fault)
  const scopes = value?.scopes
  return (
    <div className={css.look}>
      <span className={live.badge} data-state={TONES[state]} role="status">
        {t(`engines.look.${state}`)}
      </span>
      {!isAsking && fault && state !== 'locked' && <span className={live.quiet}>{faultInWords(fault)}</span>}
      {!isAsking && !fault && value && (
        <>
          <span className={live.quiet}>
            {t(value.version === null ? 'engines.look.aboutOld' : 'engines.look.about', value)}
          </span>
          {scopes && (
            <span className={live.quiet}>
              {scopes.includes('admin')
                ? t('engines.look.mayAll')
                : t('engines.look.may', { scopes: scopes.join(', ') })}
            </span>
          )}
        </>
      )}
    </div>
  )
}
