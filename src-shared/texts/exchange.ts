import type { BotDocument } from '../document/bot-document.ts'
import type { BotId } from '../document/ids.ts'
import type { TextRow } from './text-rows.ts'
import { textHash } from './translation-marks.ts'

/** One text on its way to a translator or back, in several languages. */
export type ExchangeUnit = Readonly<{
  /** As `TextRow.id`. */
  id: string
  /** Where in the bot it stands, for people. */
  place: string
  source: string
  targets: Readonly<Record<string, string>>
  /** By language, the hash of the text the bot had when the file was made; what is not there is not known. */
  made: Readonly<Record<string, string>>
}>

/** The texts of a file, whatever its format. */
export type ExchangeFile = Readonly<{
  /** Null where the file does not say. */
  bot: BotId | null
  /** The language translated from. */
  source: string | null
  locales: readonly string[]
  units: readonly ExchangeUnit[]
}>

type Wish = Readonly<{
  rows: readonly TextRow[]
  /** To translate to. */
  locales: readonly string[]
  placeOf: (row: TextRow) => string
}>

/** The texts for a file, each with what the import needs to know that nothing newer is overwritten. */
export function exportTexts(document: BotDocument, { rows, locales, placeOf }: Wish): ExchangeFile {
  const source = document.bot.locales[0] ?? 'en'
  const targets = locales.filter(locale => locale !== source)
  const units = rows.map(row => {
    const textIn = (locale: string) => row.field.texts[locale] ?? ''
    return {
      id: row.id,
      place: placeOf(row),
      source: textIn(source),
      targets: Object.fromEntries(targets.map(locale => [locale, textIn(locale)])),
      made: Object.fromEntries([source, ...targets].map(locale => [locale, textHash(textIn(locale))])),
    }
  })
  return { bot: document.bot.id, source, locales: targets, units }
}

/** The hashes of a unit as one text, such as `en=0123456789abcdef pt-BR=…`. */
export function madeToText(made: ExchangeUnit['made']): string {
  return Object.entries(made)
    .map(([locale, hash]) => `${locale}=${hash}`)
    .join(' ')
}

/** Total: what does not look like hashes is left out. */
export function textToMade(text: string): ExchangeUnit['made'] {
  return Object.fromEntries(
    [...text.matchAll(/([A-Za-z0-9-]{2,12})=([0-9a-f]{16})(?![0-9a-f])/g)].map(([, locale, hash]) => [
      locale,
      hash,
    ]),
  )
}
