import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { Severity } from '../../src-shared/lint/issue.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import panels from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { entryMeta, entryTitle } from './entry-text.ts'
import css from './knowledge.module.css'
import type { EntryRecord } from './parts.ts'
import { showEntry } from './show-entry.ts'

/** Pixels, as in the style sheet. */
const ROW = 44

type Props = Readonly<{ entries: readonly EntryRecord[] }>

/** The entries of a part; ten thousand of them are as quick as ten. */
export function EntryList({ entries }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const languages = useTextLocale()
  const chosen = useWorkbench(state => state.entry)
  const issues = useWorkbench(state => state.issues)
  const list = useRef<HTMLUListElement>(null)
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  if (!document || entries.length === 0) return null
  const worst = new Map<RecordId, Severity>()
  for (const { record, severity } of issues)
    if (severity === 'error' || (severity === 'warning' && !worst.has(record))) worst.set(record, severity)
  return (
    <ul ref={list} className={css.list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index }) => {
        const record = entries[index]
        if (!record) return null
        const severity = worst.get(record.id)
        const title = entryTitle(record, languages) || t('knowledge.noQuestion')
        return (
          <li
            key={record.id}
            style={{ top: index * ROW }}
            aria-setsize={entries.length}
            aria-posinset={index + 1}
          >
            <button
              type="button"
              className={panels.row}
              aria-current={record.id === chosen}
              title={title}
              onClick={() => showEntry(record.id)}
            >
              <span className={panels.main}>
                <span className={panels.name}>{title}</span>
                <span className={panels.meta}>{entryMeta(t, document, record, languages)}</span>
              </span>
              {severity && (
                <span
                  className={panels.dot}
                  data-severity={severity}
                  role="img"
                  aria-label={t(severity === 'error' ? 'knowledge.hasError' : 'knowledge.hasWarning')}
                />
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
