import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TextRow } from '../../src-shared/texts/text-rows.ts'
import { placeName } from '../panels/place-name.ts'
import { fieldLabel } from './field-label.ts'

/** What the texts of one record stand under: a block and its flow, or what else it is. */
export function headLabel(t: TFunction, document: BotDocument, record: TextRow['record']): string {
  return record === document.bot.id ? t('texts.head.bot') : placeName(t, document, record)
}

/** Where a text stands, for translators who do not see the table: "Menu · Main · Option 2". */
export function rowPlace(t: TFunction, document: BotDocument, row: TextRow): string {
  return `${headLabel(t, document, row.record)} · ${fieldLabel(t, row.field)}`
}
