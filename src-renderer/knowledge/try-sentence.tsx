import type { TFunction } from 'i18next'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FaqId, IntentId } from '../../src-shared/document/ids.ts'
import { createOfflineUnderstanding } from '../../src-shared/understanding/offline-provider.ts'
import {
  chooseIntent,
  confidenceOf,
  type Understanding,
} from '../../src-shared/understanding/understanding.ts'
import field from '../inspector/fields/field.module.css'
import { FormField } from '../inspector/fields/form-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import panels from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { entryTitle } from './entry-text.ts'
import css from './knowledge.module.css'

/** A line that says what the bot would make of a sentence, without any network (requirements.md NHN-30). */
export function TrySentence() {
  const { t } = useTranslation()
  const document = useDocument()
  const { locale } = useTextLocale()
  const rev = useWorkbench(state => state.rev)
  const [text, setText] = useState('')
  const tried = useDeferredValue(text)
  const isTrying = tried.trim() !== ''
  // The index of ten thousand questions is only worth it once somebody tries.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  const provider = useMemo(
    () => (document && isTrying ? providerOf(document) : null),
    [document, rev, isTrying],
  )
  const understood = provider?.detect(tried, locale)
  return (
    <div className={panels.try}>
      <FormField label={t('knowledge.try')}>
        {control => (
          <input
            {...control}
            className={field.input}
            dir="auto"
            autoComplete="off"
            placeholder={t('knowledge.tryPlaceholder')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </FormField>
      <p className={panels.note} aria-live="polite">
        {document && understood && sentenceOf(t, document, understood)}
      </p>
      {document && understood && <Guesses document={document} understood={understood} />}
    </div>
  )
}

function providerOf(document: BotDocument) {
  return createOfflineUnderstanding({
    intents: [...document.all('intent')],
    faqs: [...document.all('faq')],
    locales: document.bot.locales,
  })
}

function nameOf(document: BotDocument, id: string): string {
  const { locale } = useWorkbench.getState()
  const record = document.get(id as IntentId) ?? document.get(id as FaqId)
  return record ? entryTitle(record, { locale, locales: document.bot.locales }) : id
}

/** What would happen at a point where anything may be said: the surer of the best question and the intent. */
function sentenceOf(t: TFunction, document: BotDocument, understood: Understanding): string {
  const confidence = confidenceOf(document.bot.settings ?? {})
  const intent = chooseIntent(understood, confidence)
  const { faq, intents } = understood
  if (faq && faq.confidence >= confidence.threshold && faq.confidence >= (intents[0]?.confidence ?? 0))
    return t('knowledge.tried.faq', { name: nameOf(document, faq.faq) })
  if (intent.kind === 'ambiguous')
    return t('knowledge.tried.ambiguous', { names: intent.ids.map(id => nameOf(document, id)).join(', ') })
  if (intent.kind === 'none')
    return t('knowledge.tried.none', { threshold: Math.round(confidence.threshold * 100) })
  const leads = document.get(intent.id as IntentId)?.entry
  return t(leads ? 'knowledge.tried.intent' : 'knowledge.tried.noWay', { name: nameOf(document, intent.id) })
}

function Guesses({ document, understood }: { document: BotDocument; understood: Understanding }) {
  const { t } = useTranslation()
  const { intents, faq } = understood
  const rows = (guesses: readonly { id: string; confidence: number }[]) => (
    <ul className={css.guesses}>
      {guesses.map(({ id, confidence }) => (
        <li key={id}>
          <span>{nameOf(document, id)}</span>
          <span>{t('knowledge.percent', { share: Math.round(confidence * 100) })}</span>
        </li>
      ))}
    </ul>
  )
  if (intents.length === 0 && !faq) return <p className={panels.note}>{t('knowledge.tryNothing')}</p>
  return (
    <>
      {intents.length > 0 && <p className={panels.note}>{t('knowledge.tryIntents')}</p>}
      {rows(intents.map(({ intent, confidence }) => ({ id: intent, confidence })))}
      {faq && <p className={panels.note}>{t('knowledge.tryQuestion')}</p>}
      {faq && rows([{ id: faq.faq, confidence: faq.confidence }])}
    </>
  )
}
