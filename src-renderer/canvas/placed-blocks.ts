import type { TFunction } from 'i18next'
import type { Port } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { CARD, type CardSize, cardSize } from './block-size.ts'
import type { Box } from './box.ts'
import { cardSummary, hasText, standsAlone } from './card-summary.ts'

/** A block with everything its card and its edges need to know. The same object as long as nothing of it changes. */
export type PlacedBlock = Readonly<{
  record: BlockRecord
  summary: string
  /** Whether the summary only says that something is missing. */
  isHint: boolean
  ports: readonly Port[]
  size: CardSize
  box: Box
  hasInput: boolean
}>

/** The block as it is shown: the one that is known, as long as its card would be the same. */
export function placeBlock(
  known: PlacedBlock | undefined,
  document: BotDocument,
  record: BlockRecord,
  locale: string,
  t: TFunction,
): PlacedBlock {
  if (known?.record === record && standsAlone(record.kind)) return known
  const kind = kindNamed(record.kind)
  const said = cardSummary(t, document, record, locale)
  const isHint = said === '' && hasText(record.kind)
  const summary = isHint ? t('canvas.noText') : said
  if (known?.record === record && known.summary === summary) return known
  const ports = portsOf(record)
  const size = cardSize(summary, ports)
  const { x, y } = record
  const box = { left: x, top: y, right: x + CARD.width, bottom: y + size.height }
  return { record, summary, isHint, ports, size, box, hasInput: kind?.hasInput ?? false }
}
