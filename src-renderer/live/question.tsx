import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../src-shared/kit/result.ts'
import css from './live.module.css'
import { ActFault, useAct } from './use-act.tsx'

type Props = Readonly<{
  text: string
  action: string
  mayGo: boolean
  make: () => Promise<Result<unknown>>
  onKeep: () => void
  onDone: () => void
  children?: ReactNode
}>

/** Asks before something is done that ends or stops what people use, naming what will happen. */
export function Question({ text, action, mayGo, make, onKeep, onDone, children }: Props) {
  const { t } = useTranslation()
  const { isBusy, fault, act } = useAct()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act(make, onDone)
  }
  return (
    <form className={css.question} onSubmit={submit}>
      <p>{text}</p>
      {children}
      <ActFault fault={fault} />
      <div className={css.actions}>
        <Button size="xs" color="red" type="submit" loading={isBusy} disabled={!mayGo}>
          {action}
        </Button>
        <Button size="xs" variant="default" autoFocus={children === undefined} onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </form>
  )
}
