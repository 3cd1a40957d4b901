import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Happening } from '../../src-shared/runtime/simulation.ts'
import { EventFields } from './event-fields.tsx'
import { FileFields } from './file-fields.tsx'
import { LocationFields } from './location-fields.tsx'
import { ReferralFields } from './referral-fields.tsx'
import type { SheetFieldsProps } from './sheet-fields.ts'
import { SheetFrame } from './sheet-frame.tsx'
import { letHappen, type SendName, showSheet } from './talk.ts'
import { VoiceFields } from './voice-fields.tsx'

const FIELDS: Readonly<Record<SendName, (props: SheetFieldsProps) => ReactNode>> = {
  location: LocationFields,
  file: FileFields,
  voice: VoiceFields,
  referral: ReferralFields,
  event: EventFields,
}

/** What cannot be typed, filled in before it is sent. */
export function SendSheet({ sheet, document }: Readonly<{ sheet: SendName; document: BotDocument }>) {
  const { t } = useTranslation()
  const [happening, setHappening] = useState<Happening | null>(null)
  const Fields = FIELDS[sheet]
  const send = () => {
    if (!happening) return
    showSheet(null)
    letHappen(happening)
  }
  return (
    <SheetFrame
      title={t(`simulator.sheet.${sheet}`)}
      action={t('simulator.sheet.send')}
      canSend={happening !== null}
      onSend={send}
    >
      <Fields document={document} onChange={setHappening} />
    </SheetFrame>
  )
}
