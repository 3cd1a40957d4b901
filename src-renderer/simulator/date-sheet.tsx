import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SheetFrame } from './sheet-frame.tsx'
import { letTimePass, showSheet } from './talk.ts'

/** A conversation that is waited for longer has been forgotten: ten years. Milliseconds. */
const MOST_MS = 3653 * 24 * 3_600_000

/** Lets the clock run to a moment; it runs by UTC, like everything of a tried conversation. Epoch ms. */
export function DateSheet({ now }: { now: number }) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(() => new Date(now + 24 * 3_600_000).toISOString().slice(0, 16))
  const ms = Date.parse(`${written}Z`) - now
  const problem = !(ms > 0) ? t('simulator.clock.past') : ms > MOST_MS ? t('simulator.clock.far') : null
  const send = () => {
    showSheet(null)
    letTimePass(ms)
  }
  return (
    <SheetFrame
      title={t('simulator.clock.toDate')}
      action={t('simulator.clock.go')}
      canSend={problem === null}
      onSend={send}
    >
      <TextInput
        size="xs"
        type="datetime-local"
        label={t('simulator.clock.moment')}
        value={written}
        error={problem}
        onChange={event => setWritten(event.currentTarget.value)}
      />
    </SheetFrame>
  )
}
