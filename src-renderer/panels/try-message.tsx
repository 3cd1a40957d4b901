import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compile } from '../../src-shared/runtime/compile.ts'
import field from '../inspector/fields/field.module.css'
import { FormField } from '../inspector/fields/form-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { entryName } from './entry-choices.ts'
import css from './panels.module.css'
import { triedMessage } from './tried-message.ts'

/** A line that says what a customer's first message would start. */
export function TryMessage() {
  const { t } = useTranslation()
  const document = useDocument()
  const { locale } = useTextLocale()
  const rev = useWorkbench(state => state.rev)
  const [text, setText] = useState('')
  const isTrying = text.trim() !== ''
  // Compiling a big bot is only worth it once somebody tries.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  const program = useMemo(() => (document && isTrying ? compile(document) : null), [document, rev, isTrying])
  const tried = program && triedMessage(program, text, locale)
  const keyword = tried?.keyword && document?.get(tried.keyword)?.text
  const entry = tried?.entry && document ? entryName(t, document, tried.entry) : ''
  return (
    <div className={css.try}>
      <FormField label={t('keywords.try')}>
        {control => (
          <input
            {...control}
            className={field.input}
            dir="auto"
            autoComplete="off"
            placeholder={t('keywords.tryPlaceholder')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </FormField>
      <p className={css.note} aria-live="polite">
        {tried && t(`keywords.tried.${tried.by}`, { keyword, entry })}
      </p>
    </div>
  )
}
