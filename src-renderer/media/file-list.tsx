import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { showEntry } from '../knowledge/show-entry.ts'
import panels from '../panels/panels.module.css'
import { useWorkbench } from '../state/workbench.ts'
import { fileMeta } from './file-meta.ts'
import { FileThumb } from './file-thumb.tsx'
import css from './media.module.css'

/** Pixels, as in the style sheet. */
const ROW = 48

/** Files with a small picture each; only those in sight are drawn. */
export function FileList({ files }: { files: readonly MediaRecord[] }) {
  const { t } = useTranslation()
  const chosen = useWorkbench(state => state.entry)
  const issues = useWorkbench(state => state.issues)
  const list = useRef<HTMLUListElement>(null)
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => list.current?.parentElement?.parentElement ?? null,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  if (files.length === 0) return null
  const bad = new Set(issues.flatMap(({ record, severity }) => (severity === 'error' ? [record] : [])))
  return (
    <ul ref={list} className={css.list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index }) => {
        const file = files[index]
        if (!file) return null
        return (
          <li
            key={file.id}
            style={{ top: index * ROW }}
            aria-setsize={files.length}
            aria-posinset={index + 1}
          >
            <button
              type="button"
              className={panels.row}
              aria-current={file.id === chosen}
              title={file.name}
              onClick={() => showEntry(file.id)}
            >
              <FileThumb key={file.hash} file={file} />
              <span className={panels.main}>
                <span className={panels.name}>{file.name}</span>
                <span className={panels.meta}>{fileMeta(file)}</span>
              </span>
              {bad.has(file.id) && (
                <span
                  className={panels.dot}
                  data-severity="error"
                  role="img"
                  aria-label={t('media.hasError')}
                />
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
