import type { TFunction } from 'i18next'
import type { Port } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId } from '../../src-shared/document/ids.ts'
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
  hasInput: boolean
}>

/**
 * The blocks of a flow with their measures. Kept by record: an edit costs what it changed. Some summaries name other
 * records; those are made again at every edit and compared.
 */
export class PlacedBlocks {
  private known = new Map<BlockId, PlacedBlock>()
  private locale = ''

  of(document: BotDocument, flow: FlowId, locale: string, t: TFunction): ReadonlyMap<BlockId, PlacedBlock> {
    const placed = new Map<BlockId, PlacedBlock>()
    if (locale !== this.locale) this.known = new Map()
    this.locale = locale
    for (const record of document.blocksOf(flow).values())
      placed.set(record.id, this.place(document, record, locale, t))
    this.known = placed
    return placed
  }

  private place(document: BotDocument, record: BlockRecord, locale: string, t: TFunction): PlacedBlock {
    const known = this.known.get(record.id)
    if (known?.record === record && standsAlone(record.kind)) return known
    const kind = kindNamed(record.kind)
    const said = cardSummary(t, document, record, locale)
    const isHint = said === '' && hasText(record.kind)
    const summary = isHint ? t('canvas.noText') : said
    if (known?.record === record && known.summary === summary) return known
    const ports = kind?.ports(record.data) ?? []
    return {
      record,
      summary,
      isHint,
      ports,
      size: cardSize(summary, ports),
      hasInput: kind?.hasInput ?? false,
    }
  }
}

export function boxOf({ record, size }: PlacedBlock): Box {
  return { left: record.x, top: record.y, right: record.x + CARD.width, bottom: record.y + size.height }
}
