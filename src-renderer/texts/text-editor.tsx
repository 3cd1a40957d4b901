import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../inspector/fields/language-name.ts'
import { registerDraft } from '../state/drafts.ts'
import { textDirection } from './text-direction.ts'
import styles from './texts.module.css'
import { writeTexts } from './texts-actions.ts'
import { moveCursor, useTextsView } from './texts-view.ts'
import { stepFrom } from './use-grid-keys.ts'
import type { TextsModel } from './use-texts-model.ts'

type Props = Readonly<{ model: TextsModel; focusTable: () => void }>

/** The text of one cell while it is written: Enter keeps it and goes down, Tab goes on, Escape drops it. */
export function TextEditor({ model, focusTable }: Props) {
  const { t, i18n } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useTextsView(view => view.editing?.draft ?? '')
  const locale = model.columns[useTextsView(view => view.cursor.column)] ?? 'en'
  const keep = useRef<() => boolean>(() => true)
  keep.current = () => keepDraft(model)
  useEffect(() => {
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
    return registerDraft(() => void keep.current())
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const isNewLine = event.key === 'Enter' && (event.shiftKey || event.altKey)
    if (event.key === 'Escape') useTextsView.setState({ editing: null })
    else if (isNewLine && event.altKey) document.execCommand('insertText', false, '\n')
    else if (isNewLine) return
    else if (event.key === 'Enter') finish(model, { down: 1 })
    else if (event.key === 'Tab') finish(model, { right: event.shiftKey ? -1 : 1, wraps: true })
    else return
    event.preventDefault()
    if (!useTextsView.getState().editing) focusTable()
  }
  return (
    <textarea
      ref={field}
      className={styles.editor}
      aria-label={t('texts.editor', { language: languageName(locale, i18n.language) })}
      lang={locale}
      dir={textDirection(locale)}
      value={draft}
      rows={1}
      onChange={event => useTextsView.setState({ editing: { draft: event.currentTarget.value } })}
      onKeyDown={onKeyDown}
      onBlur={() => keep.current()}
      onClick={event => event.stopPropagation()}
    />
  )
}

function finish(model: TextsModel, step: Parameters<typeof stepFrom>[2]): void {
  if (!keepDraft(model)) return
  const next = stepFrom(model, useTextsView.getState().cursor, step)
  if (next) moveCursor(next)
}

/** Makes an edit of what is written; a text that does not fit stays in its field. */
function keepDraft(model: TextsModel): boolean {
  const { editing, cursor } = useTextsView.getState()
  const row = model.texts[cursor.text]
  const locale = model.columns[cursor.column]
  if (!editing || !row || locale === undefined) return true
  const kept = writeTexts(model, [{ record: row.record, key: row.field.key, locale, text: editing.draft }])
  if (kept) useTextsView.setState({ editing: null })
  return kept
}
