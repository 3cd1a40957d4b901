import { Button } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Happening } from '../../src-shared/runtime/simulation.ts'
import { EventFields } from './event-fields.tsx'
import { FileFields } from './file-fields.tsx'
import { LocationFields } from './location-fields.tsx'
import { ReferralFields } from './referral-fields.tsx'
import type { SheetFieldsProps } from './sheet-fields.ts'
import css from './simulator.module.css'
import { letHappen, type SheetName, showSheet } from './talk.ts'

const FIELDS: Readonly<Record<SheetName, (props: SheetFieldsProps) => ReactNode>> = {
  location: LocationFields,
  file: FileFields,
  referral: ReferralFields,
  event: EventFields,
}

/** A small form between the conversation and the reply, for what cannot be typed. Escape puts it away. */
export function SendSheet({ sheet, document }: Readonly<{ sheet: SheetName; document: BotDocument }>) {
  const { t } = useTranslation()
  const [happening, setHappening] = useState<Happening | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const Fields = FIELDS[sheet]
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!happening) return
    showSheet(null)
    letHappen(happening)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    showSheet(null)
  }
  return (
    <form
      ref={form}
      className={css.sheet}
      aria-label={t(`simulator.sheet.${sheet}`)}
      onSubmit={send}
      onKeyDown={onKeyDown}
    >
      <h3 className={css.sheetTitle}>{t(`simulator.sheet.${sheet}`)}</h3>
      <Fields document={document} onChange={setHappening} />
      <div className={css.sheetEnd}>
        <Button size="compact-xs" variant="default" onClick={() => showSheet(null)}>
          {t('simulator.sheet.cancel')}
        </Button>
        <Button size="compact-xs" type="submit" disabled={!happening}>
          {t('simulator.sheet.send')}
        </Button>
      </div>
    </form>
  )
}
