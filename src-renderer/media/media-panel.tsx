import { Button, Loader } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { showEntry } from '../knowledge/show-entry.ts'
import { PanelFilter } from '../panels/panel-filter.tsx'
import { useDocument } from '../state/edits.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { takeFiles } from './add-files.ts'
import { FileList } from './file-list.tsx'
import css from './media.module.css'

/** The files of the bot: chosen, dragged onto the panel or pasted, and kept in the library by their content. */
export function MediaPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const input = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState('')
  const [isOver, setOver] = useState(false)
  const [isTaking, setTaking] = useState(false)
  if (!document) return null
  const all = [...document.all('media')].sort((a, b) => a.name.localeCompare(b.name))
  const files = fitting(all, filter)
  const take = async (list: Iterable<File> | null | undefined) => {
    const taken = [...(list ?? [])]
    if (taken.length === 0) return
    setTaking(true)
    const ids = await takeFiles(t, taken)
    setTaking(false)
    const [first] = ids
    if (first) showEntry(first)
  }
  const drag = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (event.dataTransfer.files.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      void take(event.dataTransfer.files)
    },
  }
  const choose = () => input.current?.click()
  return (
    <Panel
      title={t('media.title')}
      actions={
        <IconButton label={t('media.add')} onClick={choose}>
          <IconPlus size={16} />
        </IconButton>
      }
    >
      <section
        className={css.drop}
        data-over={isOver || undefined}
        aria-label={t('media.drop')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is pasted goes to what has the focus
        tabIndex={0}
        {...drag}
        onPaste={event => void take(event.clipboardData.files)}
      >
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={event => {
            void take(event.target.files)
            event.target.value = ''
          }}
        />
        {all.length > 0 && <PanelFilter label={t('media.filter')} value={filter} onChange={setFilter} />}
        <FileList files={files} />
        {files.length === 0 && (
          <EmptyState
            text={all.length > 0 ? t('media.nothing', { filter }) : t('media.none')}
            action={
              <Button size="xs" variant="default" onClick={choose}>
                {t('media.add')}
              </Button>
            }
          />
        )}
        <p className={css.taking} aria-live="polite">
          {isTaking && (
            <>
              <Loader size={14} />
              {t('media.taking')}
            </>
          )}
        </p>
      </section>
    </Panel>
  )
}

function fitting(files: readonly MediaRecord[], typed: string): readonly MediaRecord[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return files.filter(({ name, mime, alt }) => {
    const text = [name, mime, ...Object.values(alt)].join('\n').toLowerCase()
    return words.every(word => text.includes(word))
  })
}
