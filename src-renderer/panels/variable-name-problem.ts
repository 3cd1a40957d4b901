import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { VariableId } from '../../src-shared/document/ids.ts'
import { variableNameSchema } from '../../src-shared/document/records.ts'

/** What keeps a variable from having a name, or null (KAR-13). */
export function variableNameProblem(
  t: TFunction,
  document: BotDocument,
  id: VariableId,
  name: string,
): string | null {
  if (name.length > 64) return t('variables.longName')
  if (!variableNameSchema.safeParse(name).success) return t('variables.badName')
  const other = document.variableNamed(name)
  return other && other.id !== id ? t('variables.duplicate', { name }) : null
}
