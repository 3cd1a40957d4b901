import { Button } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './simulator.module.css'
import { showSheet } from './talk.ts'

type Props = Readonly<{
  title: string
  action: string
  canSend: boolean
  onSend: () => void
  children: ReactNode
}>

/** A small form between the conversation and the reply. Escape puts it away. */
export function SheetFrame({ title, action, canSend, onSend, children }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (canSend) onSend()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    showSheet(null)
  }
  return (
    <form ref={form} className={css.sheet} aria-label={title} onSubmit={send} onKeyDown={onKeyDown}>
      <h3 className={css.sheetTitle}>{title}</h3>
      {children}
      <div className={css.sheetEnd}>
        <Button size="compact-xs" variant="default" onClick={() => showSheet(null)}>
          {t('simulator.sheet.cancel')}
        </Button>
        <Button size="compact-xs" type="submit" disabled={!canSend}>
          {action}
        </Button>
      </div>
    </form>
  )
}
