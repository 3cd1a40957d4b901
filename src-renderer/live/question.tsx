import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import css from './live.module.css'

type Props = Readonly<{
  text: string
  action: string
  mayGo: boolean
  make: () => Promise<Result<unknown>>
  onKeep: () => void
  onDone: () => void
  children?: ReactNode
}>

/** Asks before something is done that cannot be undone, and says why it was not done. */
export function Question({ text, action, mayGo, make, onKeep, onDone, children }: Props) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    const answer = await make()
    setBusy(false)
    if (answer.ok) onDone()
    else setFault(answer)
  }
  return (
    <form className={css.question} onSubmit={event => void submit(event)}>
      <p>{text}</p>
      {children}
      {fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={onKeep} />}
      <div className={css.actions}>
        <Button size="xs" color="red" type="submit" loading={isBusy} disabled={!mayGo}>
          {action}
        </Button>
        <Button size="xs" variant="default" autoFocus={!children} onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </form>
  )
}
