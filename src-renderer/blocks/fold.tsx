import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import css from './fold.module.css'

type Props = Readonly<{ label: string; startsOpen: boolean; children: ReactNode }>

/** A part of a form that most blocks do not use: closed until it holds something or is asked for. */
export function Fold({ label, startsOpen, children }: Props) {
  const [open, setOpen] = useState(startsOpen)
  const Icon = open ? IconChevronDown : IconChevronRight
  return (
    <div className={css.fold}>
      <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon size={14} aria-hidden />
        {label}
      </button>
      {open && <div className={css.body}>{children}</div>}
    </div>
  )
}
