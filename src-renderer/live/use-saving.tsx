import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../src-shared/kit/result.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import css from './live.module.css'

type Saved = Result<{ file: string } | null>
type Saving = Readonly<{ saved: Saved | null; save: (make: () => Promise<Saved>) => Promise<void> }>

/** Saves to a file the person chooses, and keeps what became of it. */
export function useSaving(): Saving {
  const [saved, setSaved] = useState<Saved | null>(null)
  return { saved, save: async make => setSaved(await make()) }
}

/** As which file it was saved, or why it was not; nothing where the person changed their mind. */
export function SavedLine({ saving: { saved } }: { saving: Saving }) {
  const { t } = useTranslation()
  if (!saved) return null
  if (!saved.ok) return <FaultMessage fault={{ message: faultInWords(saved) }} onGo={() => {}} />
  if (!saved.value) return null
  return (
    <p className={css.good} role="status">
      {t('live.share.saved', saved.value)}
    </p>
  )
}
