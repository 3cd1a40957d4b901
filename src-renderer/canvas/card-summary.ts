import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { blockSummary } from '../blocks/block-summary.ts'

/** Kinds whose first lines name other records, so that their cards can change without them. */
const NAMES_OTHERS: ReadonlySet<string> = new Set(['entry', 'setVariable', 'callFlow', 'goTo'])

/** Whether a block's lines depend on nothing but its own record. */
export function standsAlone(kind: string): boolean {
  return !NAMES_OTHERS.has(kind)
}

const WITH_TEXT: ReadonlySet<string> = new Set(['message', 'menu', 'question'])

/** Whether a block of this kind is not finished before it says something. */
export function hasText(kind: string): boolean {
  return WITH_TEXT.has(kind)
}

/** The first lines on a block's card. A condition says everything in its rows; an entry says what wakes it. */
export function cardSummary(t: TFunction, document: BotDocument, block: BlockRecord, locale: string): string {
  if (block.kind === 'condition') return ''
  if (block.kind === 'entry') return entrySummary(t, document, block)
  return blockSummary(t, document, block, locale).trim()
}

function entrySummary(t: TFunction, document: BotDocument, block: BlockRecord): string {
  const { trigger } = block.data
  if (trigger !== 'keyword') return t(`canvas.entry.${String(trigger)}`)
  const words: string[] = []
  for (const keyword of document.all('keyword')) if (keyword.entry === block.id) words.push(keyword.text)
  return words.length > 0 ? words.join(' · ') : t('canvas.entry.noKeyword')
}
