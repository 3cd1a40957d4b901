import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './live.module.css'
import { RefreshButton } from './refresh-button.tsx'

type Props = Readonly<{
  /** What was done just now, in words. */
  done: string | null
  isAsking: boolean
  onRefresh: () => void
  children?: ReactNode
}>

/** Above a list of an engine: what was done last, asking anew, and what can be added. */
export function ListBar({ done, isAsking, onRefresh, children }: Props) {
  return (
    <div className={css.bar}>
      {done === null ? (
        <span />
      ) : (
        <p className={css.good} role="status">
          <IconCircleCheck size={14} aria-hidden />
          {done}
        </p>
      )}
      <RefreshButton isAsking={isAsking} onRefresh={onRefresh} />
      {children}
    </div>
  )
}
