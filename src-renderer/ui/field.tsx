import { type ReactNode, useId } from 'react'
import styles from './field.module.css'

type Props = Readonly<{ label: string; hint?: string; error?: string | null; children: ReactNode }>

/** A label over a group of controls that has no label of its own, with its hint or what is wrong below. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  return (
    <fieldset className={styles.field} aria-labelledby={id}>
      <span className={styles.label} id={id}>
        {label}
      </span>
      {children}
      {error ? (
        <span className={styles.error} role="alert">
          {error}
        </span>
      ) : (
        hint && <span className={styles.hint}>{hint}</span>
      )}
    </fieldset>
  )
}
