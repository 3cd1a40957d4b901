import { isIntegration } from '../blocks/is-integration.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord } from '../document/records.ts'
import { type StudyRecord, studyIdOf } from '../document/study.ts'

/** The integration blocks of a bot in the order they were made, each with its study as far as there is one. */
export function integrationsOf(
  document: BotDocument,
): readonly Readonly<{ block: BlockRecord; study: StudyRecord | undefined }>[] {
  return [...document.all('block')]
    .filter(isIntegration)
    .map(block => ({ block, study: document.get(studyIdOf(block.id)) }))
}
