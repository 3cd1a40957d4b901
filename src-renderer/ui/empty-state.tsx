import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = Readonly<{ text: string; action?: ReactNode }>

/** What an empty place says: one sentence that teaches, and one button that begins. */
export function EmptyState({ text, action }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  )
}
