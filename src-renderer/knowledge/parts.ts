import { IconKey, IconMessageQuestion, IconTargetArrow, IconTemplate } from '@tabler/icons-react'
import { ID_PREFIX } from '../../src-shared/document/ids.ts'
import type {
  AuthRecord,
  FaqRecord,
  IntentRecord,
  TemplateRecord,
} from '../../src-shared/document/records.ts'
import type { KindIcon } from '../blocks/kind-view.ts'
import type { EntryId } from '../state/workbench.ts'

/** What the knowledge panel lists. */
export type EntryRecord = IntentRecord | FaqRecord | TemplateRecord | AuthRecord
export type Part = EntryRecord['type']

export const PARTS: readonly Part[] = ['intent', 'faq', 'template', 'auth']

export const PART_ICONS: Readonly<Record<Part, KindIcon>> = {
  intent: IconTargetArrow,
  faq: IconMessageQuestion,
  template: IconTemplate,
  auth: IconKey,
}

/** The part an entry belongs to; ids tell. */
export function partOf(entry: EntryId): Part | null {
  return PARTS.find(part => entry.startsWith(`${ID_PREFIX[part]}_`)) ?? null
}
