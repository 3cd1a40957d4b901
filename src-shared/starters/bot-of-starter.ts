import { BotDocument } from '../document/bot-document.ts'
import { newRecordId } from '../document/ids.ts'
import type { BotRecord } from '../document/records.ts'

/** The languages every starter is written in. */
export const STARTER_LOCALES = ['en', 'pt-BR', 'es'] as const

/** `locale` becomes the bot's first language where the starter has it, or another variety of the same language. */
export type StarterWish = Readonly<{ name: string; locale?: string | undefined }>

/**
 * A new bot that begins as a starter (requirements.md KAL-10, NHN-150). It has an id of its own, and an external id of
 * its own where the starter has one, since two bots may not share it (KAR-09).
 */
export function botOfStarter(
  starter: BotDocument,
  { name, locale }: StarterWish,
  newId: () => string,
): BotDocument {
  const { bot } = starter
  const made: BotRecord = {
    ...bot,
    id: newRecordId('bot', newId),
    name,
    locales: withFirst(bot.locales, locale),
    ...(bot.settings?.externalId
      ? { settings: { ...bot.settings, externalId: `${bot.settings.externalId}-${newId()}` } }
      : {}),
  }
  return BotDocument.of([made, ...[...starter.values()].filter(({ type }) => type !== 'bot')])
}

function withFirst(locales: readonly string[], wanted = ''): string[] {
  const language = (locale: string) => locale.split('-')[0]
  const first =
    locales.find(locale => locale === wanted) ?? locales.find(locale => language(locale) === language(wanted))
  return first === undefined ? [...locales] : [first, ...locales.filter(locale => locale !== first)]
}
