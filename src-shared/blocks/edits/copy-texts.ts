import type { BotDocument } from '../../document/bot-document.ts'
import { type FoundField, fieldPlan, mapFields, visitFields } from '../../document/fields.ts'
import type { BlockId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import type { Changes } from '../../edit/edit.ts'
import { fault, type Result } from '../../kit/result.ts'
import { kindNamed } from '../kinds.ts'
import { changeBlockData } from './change-block-data.ts'

type Texts = Readonly<Record<string, string>>
type Languages = Readonly<{ from: string; to: string }>

/** How many texts of a block are written in one language and not in another. */
export function missingTexts(block: BlockRecord, languages: Languages): number {
  const kind = kindNamed(block.kind)
  let missing = 0
  if (kind)
    visitFields(fieldPlan(kind.schema), block.data, field => {
      if (isMissing(field, languages)) missing += 1
    })
  return missing
}

/** Writes the texts of one language where another has none yet, to be translated there; what is written stays. */
export function copyTexts(document: BotDocument, id: BlockId, languages: Languages): Result<Changes> {
  const block = document.get(id)
  const kind = block && kindNamed(block.kind)
  if (!kind) return fault('edit/conflict', 'The block is not there any more.')
  const { from, to } = languages
  const copied = mapFields(fieldPlan(kind.schema), block.data, field => {
    const texts = field.value as Texts
    return isMissing(field, languages) ? { ...texts, [to]: texts[from] ?? '' } : field.value
  })
  return changeBlockData(document, id, copied)
}

function isMissing({ role, value }: FoundField, { from, to }: Languages): boolean {
  if (role !== 'text') return false
  const texts = (value ?? {}) as Texts
  return (texts[from] ?? '') !== '' && (texts[to] ?? '') === ''
}
