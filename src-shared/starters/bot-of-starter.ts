import { setLocales } from '../blocks/edits/set-locales.ts'
import { BotDocument } from '../document/bot-document.ts'
import { newRecordId } from '../document/ids.ts'
import type { BotRecord } from '../document/records.ts'

/** The languages every starter is written in. */
export const STARTER_LOCALES = ['en', 'pt-BR', 'es'] as const

/** The country of phone numbers in every starter. */
export const STARTER_COUNTRY = 'BR'

/**
 * `locale` becomes the bot's first language where the starter has it, or another variety of the same language. Of its
 * languages those in `locales` are kept; all of them without it, or when it has none of these.
 */
export type StarterWish = Readonly<{
  name: string
  locale?: string | undefined
  locales?: readonly string[] | undefined
  /** Of phone numbers; without it the starter's own stays. */
  country?: string | null | undefined
}>

/**
 * A new bot that begins as a starter (requirements.md KAL-10, NHN-150). It has an id of its own, and an external id of
 * its own where the starter has one, since two bots may not share it (KAR-09).
 */
export function botOfStarter(
  starter: BotDocument,
  { name, locale, locales, country }: StarterWish,
  newId: () => string,
): BotDocument {
  const { bot } = starter
  const made: BotRecord = {
    ...bot,
    id: newRecordId('bot', newId),
    name,
    country: country === undefined ? bot.country : country,
    ...(bot.settings?.externalId
      ? { settings: { ...bot.settings, externalId: `${bot.settings.externalId}-${newId()}` } }
      : {}),
  }
  const kept = bot.locales.filter(own => !locales || locales.includes(own))
  const [first = 'en', ...others] = withFirst(kept.length > 0 ? kept : bot.locales, locale)
  const spoken = new Set([first, ...others])
  // A keyword of a language the bot does not speak would answer in all of them.
  const wanted = [...starter.values()].filter(
    record =>
      record.type !== 'bot' && !(record.type === 'keyword' && record.locale && !spoken.has(record.locale)),
  )
  const document = BotDocument.of([made, ...wanted])
  const changes = setLocales(document, [first, ...others])
  return BotDocument.of([...document.values()].map(record => changes[record.id]?.after ?? record))
}

function withFirst(locales: readonly string[], wanted = ''): string[] {
  const language = (locale: string) => locale.split('-')[0]
  const first =
    locales.find(locale => locale === wanted) ?? locales.find(locale => language(locale) === language(wanted))
  return first === undefined ? [...locales] : [first, ...locales.filter(locale => locale !== first)]
}
