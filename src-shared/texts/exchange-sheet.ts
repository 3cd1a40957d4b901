import { type BotId, botIdSchema } from '../document/ids.ts'
import { localeSchema } from '../document/localized.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { type ExchangeFile, type ExchangeUnit, madeToText, textToMade } from './exchange.ts'
import { fromPlainSigns, toPlainSigns } from './plain-signs.ts'

export type Sheet = readonly (readonly string[])[]

const ID = 'id'
const PLACE = 'where'
const CHECK = 'check'
const SOURCE = /^(\S+) \(source\)$/

/**
 * The texts as a table: id, where, the source, a column for each language, and what the import checks by. The first
 * row names the columns; the cell above the checks says whose texts they are.
 */
export function toSheet({ bot, source, locales, units }: ExchangeFile): Sheet {
  const heading = [ID, PLACE, `${source} (source)`, ...locales, bot ? `${CHECK} ${bot}` : CHECK]
  const rows = units.map(unit =>
    [
      unit.id,
      unit.place,
      unit.source,
      ...locales.map(locale => unit.targets[locale] ?? ''),
      madeToText(unit.made),
    ].map(toPlainSigns),
  )
  return [heading, ...rows]
}

/** The texts of a table. Columns may stand in any order; those that are no language are left out. */
export function fromSheet(sheet: Sheet): Result<ExchangeFile> {
  const start = sheet.findIndex(row => row.some(cell => cell.trim() !== ''))
  const heading = (sheet[start] ?? []).map(cell => cell.trim())
  const idAt = heading.findIndex(name => name.toLowerCase() === ID)
  if (idAt < 0) return fault('texts/not-texts', 'Its first row must name the columns, one of them “id”.')
  const sourceAt = heading.findIndex(name => SOURCE.test(name))
  const checkAt = heading.findIndex(name => name.toLowerCase().split(' ')[0] === CHECK)
  const placeAt = heading.findIndex(name => name.toLowerCase() === PLACE)
  const columns = heading.flatMap((name, at) =>
    localeSchema.safeParse(name).success && at !== idAt ? [{ locale: name, at }] : [],
  )
  if (columns.length === 0)
    return fault('texts/not-texts', 'No column is named after a language, such as pt-BR.')
  const twice = columns.find(({ locale }, at) => columns.findIndex(each => each.locale === locale) !== at)
  if (twice) return fault('texts/not-texts', `Two columns are named ${twice.locale}.`)
  const units: ExchangeUnit[] = []
  for (const row of sheet.slice(start + 1)) {
    const cell = (at: number) => fromPlainSigns(lineEnds(row[at] ?? ''))
    const id = cell(idAt).trim()
    if (id === '') continue
    units.push({
      id,
      place: cell(placeAt),
      source: cell(sourceAt),
      targets: Object.fromEntries(columns.map(({ locale, at }) => [locale, cell(at)])),
      made: textToMade(cell(checkAt)),
    })
  }
  return ok({
    bot: botOf(heading[checkAt]),
    source: heading[sourceAt]?.match(SOURCE)?.[1] ?? null,
    locales: columns.map(({ locale }) => locale),
    units,
  })
}

function botOf(heading: string | undefined): BotId | null {
  const id = botIdSchema.safeParse(heading?.split(' ')[1])
  return id.success ? id.data : null
}

/** A carriage return of the text itself is written in plain signs; others come of the program that saved the file. */
function lineEnds(cell: string): string {
  return cell.replace(/\r\n?/g, '\n')
}
