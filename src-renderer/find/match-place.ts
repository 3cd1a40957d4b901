import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { SearchMatch } from '../../src-shared/search/search-bot.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { placeName } from '../panels/place-name.ts'

/** Where a match stands below the name of its flow: "Opening hours · Texts · pt-BR". */
export function matchPlace(t: TFunction, document: BotDocument, { place }: SearchMatch): string {
  const record = document.get(place.record)
  const name = record?.type === 'block' ? blockTitle(t, record) : placeName(t, document, place.record)
  return [name, t(`find.kind.${place.kind}`), place.locale].filter(Boolean).join(' · ')
}
