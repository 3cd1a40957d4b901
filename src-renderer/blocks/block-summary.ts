import type { TFunction } from 'i18next'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockTitle } from './block-title.ts'

/** The first lines of what a block does, for lists and pickers. */
export function blockSummary(
  t: TFunction,
  document: BotDocument,
  block: BlockRecord,
  locale: string,
): string {
  const kind = kindNamed(block.kind)
  if (!kind) return ''
  return kind.summary(block.data, {
    text: texts => inLocale(texts, locale, document.bot.locales) ?? '',
    variableName: id => (id && document.get(id)?.name) || '…',
    flowName: id => (id && document.get(id)?.name) || '',
    blockTitle: id => (id ? blockTitle(t, document.get(id)) : ''),
  })
}
