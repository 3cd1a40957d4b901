import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { CommentPlace } from '../../src-shared/document/comment.ts'
import type { BlockId, RecordId, TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { portName } from '../blocks/port-name.ts'
import { placeName } from '../panels/place-name.ts'

/** What a comment is about, as people call it. `brought`: the test that comes with a comment that is being written. */
export function placeWords(
  t: TFunction,
  document: BotDocument,
  place: CommentPlace,
  brought: TestcaseRecord | null = null,
): string {
  switch (place.on) {
    case 'bot':
      return t('review.place.bot')
    case 'record': {
      if (!document.get(place.record as RecordId)) return t('review.place.gone')
      const name = placeName(t, document, place.record as RecordId)
      const [field] = place.path ?? []
      return place.path && field ? t('review.place.field', { name, field: fieldWords(place.path) }) : name
    }
    case 'edge': {
      const block = document.get(place.block as BlockId)
      if (!block || !document.edgeAt(block.id, place.port)) return t('review.place.gone')
      const port = portName(t, block, place.port, document.bot.locales)
      return t('review.place.edge', { name: placeName(t, document, block.id), port })
    }
    case 'turn': {
      const test = document.get(place.test as TestcaseId) ?? brought
      if (!test) return t('review.place.gone')
      return t('review.place.turn', { name: test.name, step: place.step + 1 })
    }
  }
}

/** The last name on the way into a record; numbers and ids of items are no names. */
function fieldWords(path: readonly string[]): string {
  const name = path.findLast(step => /^[a-z][A-Za-z]*$/.test(step)) ?? path[0] ?? ''
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}
