import { Button, SegmentedControl } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { PanelFilter } from '../panels/panel-filter.tsx'
import css from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { EntryList } from './entry-list.tsx'
import { entryTitle } from './entry-text.ts'
import { findEntries } from './find-entries.ts'
import { ImportQuestions } from './import-questions.tsx'
import { newEntry } from './new-entry.ts'
import { type EntryRecord, PART_ICONS, PARTS, type Part, partOf } from './parts.ts'
import { showEntry } from './show-entry.ts'
import { TrySentence } from './try-sentence.tsx'

/** What customers may want, ask and be told, and how other systems are reached (requirements.md NHN-07, NHN-11, KAL-04). */
export function KnowledgePanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const languages = useTextLocale()
  const chosen = useWorkbench(state => state.entry)
  const [part, setPart] = useState<Part>(() => (chosen && partOf(chosen)) || 'intent')
  const [filter, setFilter] = useState('')
  const [isImporting, setImporting] = useState(false)
  useEffect(() => {
    const its = chosen && partOf(chosen)
    if (its) setPart(its)
  }, [chosen])
  const entries = useEntries(part)
  const wanted = useDeferredValue(filter)
  const fitting = useMemo(() => findEntries(entries, wanted), [entries, wanted])
  if (!document) return null

  const add = () => {
    const record = newEntry(t, document, part, filter)
    const name = entryTitle(record, languages) || t(`knowledge.one.${part}`)
    if (!putRecord(record, { key: 'knowledge.edit.add', name })) return
    setFilter('')
    showEntry(record.id)
  }
  return (
    <Panel
      title={t('knowledge.title')}
      actions={
        <>
          {part === 'faq' && (
            <IconButton label={t('knowledge.import.open')} onClick={() => setImporting(true)}>
              <IconFileImport size={16} />
            </IconButton>
          )}
          <IconButton label={t(`knowledge.add.${part}`)} onClick={add}>
            <IconPlus size={16} />
          </IconButton>
        </>
      }
    >
      <div className={css.padded}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('knowledge.title')}
          value={part}
          data={PARTS.map(value => ({ value, label: <PartSign part={value} /> }))}
          onChange={setPart}
        />
      </div>
      <h3 className={css.group}>{t(`knowledge.part.${part}`)}</h3>
      <PanelFilter label={t(`knowledge.filter.${part}`)} value={filter} onChange={setFilter} />
      <EntryList entries={fitting} />
      {fitting.length === 0 && (
        <EmptyState
          text={entries.length > 0 ? t('knowledge.nothing', { filter }) : t(`knowledge.none.${part}`)}
          action={
            <Button size="xs" variant="default" onClick={add}>
              {t(`knowledge.add.${part}`)}
            </Button>
          }
        />
      )}
      {(part === 'intent' || part === 'faq') && entries.length > 0 && <TrySentence />}
      {isImporting && <ImportQuestions onClose={() => setImporting(false)} />}
    </Panel>
  )
}

function PartSign({ part }: { part: Part }) {
  const { t } = useTranslation()
  const Icon = PART_ICONS[part]
  return (
    <span title={t(`knowledge.part.${part}`)} role="img" aria-label={t(`knowledge.part.${part}`)}>
      <Icon size={16} />
    </span>
  )
}

/** The records of a part, by name; the very same list as long as none of them has changed. */
function useEntries(part: Part): readonly EntryRecord[] {
  const document = useDocument()
  const { locale, locales } = useTextLocale()
  const [known] = useState(() => ({
    list: [] as readonly EntryRecord[],
    sorted: [] as readonly EntryRecord[],
  }))
  const list: readonly EntryRecord[] = document ? [...document.all(part)] : []
  const isSame = list.length === known.list.length && list.every((record, at) => record === known.list[at])
  if (!isSame) {
    const named = list.map(record => ({ record, title: entryTitle(record, { locale, locales }) }))
    const compare = new Intl.Collator(locale).compare
    known.list = list
    known.sorted = named.sort((a, b) => compare(a.title, b.title)).map(({ record }) => record)
  }
  return known.sorted
}
