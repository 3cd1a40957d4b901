import type { ReactNode } from 'react'
import styles from './panel.module.css'

type Props = Readonly<{ title: string; actions?: ReactNode; children: ReactNode }>

/** A titled column of the window: a header of 36 px with actions at its end, and a body that scrolls. */
export function Panel({ title, actions, children }: Props) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
