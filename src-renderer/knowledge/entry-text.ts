import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import { entryName } from '../panels/entry-choices.ts'
import type { EntryRecord } from './parts.ts'

type Languages = Readonly<{ locale: string; locales: readonly string[] }>

/** What an entry is called in lists: its name, or the first wording of its question. Empty when there is none yet. */
export function entryTitle(record: EntryRecord, { locale, locales }: Languages): string {
  if (record.type !== 'faq') return record.name
  const written = Object.fromEntries(Object.entries(record.questions).filter(([, list]) => list.length > 0))
  return inLocale(written, locale, locales)?.[0] ?? ''
}

/** What else a list says of an entry, in one line. */
export function entryMeta(
  t: TFunction,
  document: BotDocument,
  record: EntryRecord,
  { locale, locales }: Languages,
): string {
  switch (record.type) {
    case 'intent': {
      const count = (inLocale(record.phrases, locale, locales) ?? []).length
      const to = record.entry ? `→ ${entryName(t, document, record.entry)}` : t('knowledge.noEntry')
      return `${t('knowledge.phrases', { count })} · ${to}`
    }
    case 'faq':
      return inLocale(record.answer, locale, locales)?.trim().replace(/\s+/g, ' ') || t('knowledge.noAnswer')
    case 'template': {
      const places =
        record.places > 0 ? t('knowledge.places', { count: record.places }) : t('knowledge.noPlaces')
      return `${t(`knowledge.states.${record.state}`)} · ${places}`
    }
    case 'auth':
      return t(`blocks.apiCall.schemes.${record.scheme}`)
  }
}
