import { Button } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type KeywordRecord, MATCH_MODES } from '../../src-shared/document/records.ts'
import { ChangeSet } from '../../src-shared/edit/changes.ts'
import { keywordConflicts } from '../../src-shared/lint/keyword-conflicts.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { commit, useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { EntryChoice } from './entry-choices.ts'
import { KeywordConflicts } from './keyword-conflicts.tsx'
import { keywordTextProblem } from './keyword-text-problem.ts'
import css from './panels.module.css'

type Props = Readonly<{
  keyword: KeywordRecord
  entries: readonly EntryChoice[]
  isOpen: boolean
  onToggle: () => void
}>

/** One keyword: text, match mode, language and entry; opened, its form. */
export function KeywordRow({ keyword, entries, isOpen, onToggle }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  if (!document) return null
  const { text, match, locale, entry } = keyword
  const conflicts = keywordConflicts(document, keyword)
  const language = locale ?? t('keywords.any')
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li ref={row} className={css.item} data-open={isOpen || undefined}>
      <button type="button" className={css.row} aria-expanded={isOpen} title={text} onClick={onToggle}>
        <Chevron size={14} aria-hidden />
        <span className={css.main}>
          <span className={css.name} dir="auto">
            {text}
          </span>
          {!isOpen && (
            <span
              className={css.meta}
            >{`${t(`keywords.short.${match}`)} · ${language} → ${blockTitle(t, document.get(entry))}`}</span>
          )}
        </span>
        {conflicts.length > 0 && (
          <span className={css.warning} title={conflicts.join('\n')}>
            <IconAlertTriangle size={14} aria-label={t('keywords.conflicts')} />
          </span>
        )}
      </button>
      {isOpen && <KeywordEditor keyword={keyword} entries={entries} />}
    </li>
  )
}

function KeywordEditor({ keyword, entries }: Pick<Props, 'keyword' | 'entries'>) {
  const { t, i18n } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const { id, text, match, locale, entry } = keyword
  const put = (part: Partial<KeywordRecord>) => {
    const present = useWorkbench.getState().editor?.document.get(id) ?? keyword
    return putRecord({ ...present, ...part }, { key: 'keywords.edit.change', name: present.text })
  }
  const remove = () =>
    commit(new ChangeSet(document).drop(id).done(), { key: 'keywords.edit.remove', name: text })
  const locales = [...new Set([...document.bot.locales, ...(locale === null ? [] : [locale])])]
  return (
    <FieldScope value={id}>
      <div className={css.editor}>
        <DraftInput
          key={id}
          field={`${id}.text`}
          whole
          label={t('keywords.text')}
          value={text}
          check={typed => keywordTextProblem(t, typed)}
          commit={typed => put({ text: typed.trim() })}
        />
        <KeywordConflicts id={id} text={text} match={match} locale={locale} />
        <ChoiceSelect
          label={t('keywords.match')}
          value={match}
          options={MATCH_MODES.map(mode => ({ value: mode, label: t(`keywords.matches.${mode}`) }))}
          onPick={mode => put({ match: mode })}
        />
        <ChoiceSelect
          label={t('keywords.locale')}
          value={locale ?? ''}
          options={[
            { value: '', label: t('keywords.anyLocale') },
            ...locales.map(value => ({ value, label: languageName(value, i18n.language) })),
          ]}
          onPick={picked => put({ locale: picked === '' ? null : picked })}
        />
        <ChoiceSelect
          label={t('keywords.entry')}
          value={entry}
          options={entries.map(({ id: value, name }) => ({ value, label: name }))}
          onPick={picked => put({ entry: picked })}
        />
        {entries.some(each => each.id === entry && !each.wakes) && (
          <FieldMessage severity="warning" message={t('keywords.asleep')} />
        )}
        <div>
          <Button size="compact-xs" variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
            {t('keywords.remove')}
          </Button>
        </div>
      </div>
    </FieldScope>
  )
}
