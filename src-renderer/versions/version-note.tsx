import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import { reloadVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'

/** What is new in a version, written by whoever saved it and to be corrected by anybody; kept when one leaves it. */
export function VersionNote({ version, note }: { version: string; note: string }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(note)
  const keep = async () => {
    const { bot } = useWorkbench.getState()
    if (!bot || draft.trim() === note) return
    const kept = await client['versions.note']({ bot, version, note: draft })
    if (kept.ok) await reloadVersions()
    else useWorkbench.setState({ banner: { tone: 'error', message: kept.message } })
  }
  return (
    <Textarea
      size="xs"
      autosize
      maxRows={8}
      maxLength={2000}
      aria-label={t('versions.editNote', { version })}
      placeholder={t('versions.notePlaceholder')}
      value={draft}
      onChange={event => setDraft(event.currentTarget.value)}
      onBlur={() => void keep()}
    />
  )
}
