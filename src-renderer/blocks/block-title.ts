import type { TFunction } from 'i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'

/** The designer's name for a block, else its kind's. */
export function blockTitle(t: TFunction, block: BlockRecord | undefined): string {
  if (!block) return ''
  return block.title || t(`blocks.kind.${block.kind}.name`)
}
