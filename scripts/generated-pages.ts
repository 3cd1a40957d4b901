import { blockReference, type Page } from './block-reference.ts'
import { channelReference } from './channel-reference.ts'
import { formulaReference } from './formula-reference.ts'
import { requirementTable } from './requirement-table.ts'

/** The pages of docs/ that are made from the code. */
export function generatedPages(): readonly Page[] {
  return [
    { path: 'formulas.md', text: formulaReference() },
    { path: 'channels.md', text: channelReference() },
    { path: 'requirements.md', text: requirementTable() },
    ...blockReference(),
  ]
}
