import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import css from './simulator.module.css'

type Props = Readonly<{
  title: string
  note?: string | null
  startsOpen?: boolean
  /** Holds much that is read at once, and takes more of the panel. */
  isTall?: boolean
  children: ReactNode
}>

/** A part of the panel that can be folded away under its title. */
export function Fold({ title, note, startsOpen = false, isTall = false, children }: Props) {
  const [isOpen, setOpen] = useState(startsOpen)
  const body = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={css.fold} data-tall={(isTall && isOpen) || undefined}>
      <button
        type="button"
        className={css.foldTitle}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} aria-hidden />
        {title}
        {note && <span className={css.foldNote}>{note}</span>}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to */}
      <section id={body} className={css.foldBody} aria-label={title} hidden={!isOpen} tabIndex={0}>
        {isOpen && children}
      </section>
    </div>
  )
}
