import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import css from './live.module.css'
import type { Answer } from './use-answer.ts'

type Props<T> = Readonly<{ answer: Answer<T>; engine: string; show: (value: T) => ReactNode }>

/** What an engine answered; before that, that it is asked, and what went wrong with a way to try again. */
export function Asked<T>({ answer: { value, fault, isAsking, reload }, engine, show }: Props<T>) {
  const { t } = useTranslation()
  return (
    <>
      {fault && (
        <div className={css.stack}>
          <FaultMessage fault={{ message: faultInWords(fault) }} onGo={() => {}} />
          <div>
            <Button size="xs" variant="default" loading={isAsking} onClick={() => void reload()}>
              {t('versions.tryAgain')}
            </Button>
          </div>
        </div>
      )}
      {value === undefined && !fault && (
        <p className={css.quiet} role="status" data-loading>
          {t('live.asking', { engine })}
        </p>
      )}
      {value !== undefined && show(value)}
    </>
  )
}
