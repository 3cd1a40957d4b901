import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'

/** The block's name, also when it was deleted after it had its say. */
export function nameOfBlock(t: TFunction, document: BotDocument, id: BlockId): string {
  return blockTitle(t, document.get(id)) || t('simulator.deleted')
}
