import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addQuestions } from '../../src-shared/edit/add-questions.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import field from '../inspector/fields/field.module.css'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { FormField } from '../inspector/fields/form-field.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { commit, useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Dialog } from '../ui/dialog.tsx'
import css from './knowledge.module.css'
import { MOST_MB, readListFile } from './read-list-file.ts'
import { readQuestionRows } from './read-question-rows.ts'

const MOST_PAIRS = 20_000
const MOST_PROBLEMS = 5

/** Brings in a list of questions and answers as one edit (requirements.md NHN-11: high volume of question answers). */
export function ImportQuestions({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const document = useDocument()
  const shown = useTextLocale()
  const [locale, setLocale] = useState(shown.locale)
  const [text, setText] = useState('')
  const [formulas, setFormulas] = useState(0)
  const [isReading, setReading] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const read = useMemo(() => readQuestionRows(text), [text])
  if (!document) return null
  const count = read.rows.length
  const choose = async (file: File | undefined) => {
    if (!file) return
    setReading(true)
    const list = await readListFile(file)
    setReading(false)
    setRefused(list.ok ? null : t(`knowledge.import.${list.is}`, { count: MOST_MB }))
    if (!list.ok) return
    setText(list.text)
    setFormulas(list.formulas)
  }
  const bringIn = () => {
    const { changes, added, changed } = addQuestions(document, read.rows, locale, newId)
    const isNew = added + changed > 0
    if (isNew && !commit(changes, { key: 'knowledge.edit.import' })) return
    const message = isNew ? t('knowledge.import.done', { added, changed }) : t('knowledge.import.doneNothing')
    if (isNew) tellOfEdit('success', message)
    else useWorkbench.setState({ banner: { tone: 'success', message } })
    onClose()
  }
  const tooMany = count > MOST_PAIRS ? t('knowledge.import.tooMany', { count: MOST_PAIRS }) : null
  return (
    <Dialog title={t('knowledge.import.title')} size={560} staysOnClickBeside onClose={onClose}>
      <div className={css.import}>
        <FormField
          label={t('knowledge.import.text')}
          hint={t('knowledge.import.hint')}
          error={refused ?? tooMany}
        >
          {control => (
            <textarea
              {...control}
              className={field.input}
              rows={8}
              dir="auto"
              data-autofocus
              placeholder={t('knowledge.import.placeholder')}
              value={text}
              onChange={event => {
                setText(event.target.value)
                setFormulas(0)
              }}
            />
          )}
        </FormField>
        <div>
          <Button size="xs" variant="default" onClick={() => input.current?.click()}>
            {t('knowledge.import.file')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.xlsx"
            onChange={event => {
              void choose(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {shown.locales.length > 1 && (
          <ChoiceSelect
            label={t('knowledge.import.locale')}
            value={locale}
            options={shown.locales.map(value => ({ value, label: languageName(value, i18n.language) }))}
            onPick={setLocale}
          />
        )}
        {formulas > 0 && (
          <FieldMessage severity="warning" message={t('knowledge.import.formulas', { count: formulas })} />
        )}
        {read.problems.length > 0 && (
          <div>
            <FieldMessage
              severity="warning"
              message={t('knowledge.import.skipped', { count: read.problems.length })}
            />
            <ul className={css.problems}>
              {read.problems.slice(0, MOST_PROBLEMS).map(({ line, is }) => (
                <li key={line}>{t(`knowledge.import.problem.${is}`, { line })}</li>
              ))}
              {read.problems.length > MOST_PROBLEMS && (
                <li>{t('knowledge.import.more', { count: read.problems.length - MOST_PROBLEMS })}</li>
              )}
            </ul>
          </div>
        )}
        <div className={css.buttons}>
          <span aria-live="polite" className={css.ready}>
            {isReading ? t('knowledge.import.reading') : count > 0 && t('knowledge.import.ready', { count })}
          </span>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('knowledge.import.cancel')}
          </Button>
          <Button size="xs" disabled={isReading || count === 0 || tooMany !== null} onClick={bringIn}>
            {t('knowledge.import.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
