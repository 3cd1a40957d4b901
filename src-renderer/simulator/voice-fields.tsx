import { NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetFieldsProps } from './sheet-fields.ts'

/** Opus at the rate messengers record voices with. Bytes per second. */
const VOICE_RATE = 2000
const MOST_SECONDS = 3600

/** A voice message: an audio file that says how long it plays. */
export function VoiceFields({ onChange }: SheetFieldsProps) {
  const { t } = useTranslation()
  const [seconds, setSeconds] = useState<number | string>(7)
  useEffect(() => {
    if (typeof seconds !== 'number' || seconds <= 0) return onChange(null)
    const file = {
      kind: 'audio' as const,
      url: 'https://files.example/voice.ogg',
      name: 'voice.ogg',
      mime: 'audio/ogg',
      size: Math.round(seconds * VOICE_RATE),
      durationMs: Math.round(seconds * 1000),
    }
    onChange({ type: 'message', text: '', files: [file] })
  }, [seconds, onChange])
  return (
    <NumberInput
      size="xs"
      label={t('simulator.sheet.seconds')}
      min={1}
      max={MOST_SECONDS}
      hideControls
      value={seconds}
      onChange={setSeconds}
    />
  )
}
