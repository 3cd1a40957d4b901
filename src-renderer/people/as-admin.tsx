import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../live/asked.tsx'
import type { Answer } from '../live/use-answer.ts'
import { EmptyState } from '../ui/empty-state.tsx'

type Props<T> = Readonly<{ answer: Answer<T>; engine: string; show: (value: T) => ReactNode }>

/** What an engine answers who has the scope `admin` there; with another key, what is missing. */
export function AsAdmin<T>({ answer, engine, show }: Props<T>) {
  const { t } = useTranslation()
  if (answer.fault?.code === 'request/out-of-scope')
    return (
      <div role="alert">
        <EmptyState text={t('people.needsAdmin', { engine })} />
      </div>
    )
  return <Asked answer={answer} engine={engine} show={show} />
}
