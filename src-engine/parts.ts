import { auditPart } from './audit/audit-part.ts'
import { backupPart } from './backup/backup-part.ts'
import { channelsPart } from './channels/channels-part.ts'
import { contactsPart } from './contacts/contacts-part.ts'
import { retentionPart } from './contacts/retention-part.ts'
import { deskPart } from './desk/desk-part.ts'
import { integrationsPart } from './integrations/integrations-part.ts'
import { operationsPart } from './operations/operations-part.ts'
import type { MakePart } from './part.ts'
import { proactivePart } from './proactive/proactive-part.ts'

/** What this engine does besides answering, in the order in which it is asked. */
export const PARTS: readonly MakePart[] = [
  // First: with the data of some people nothing else is done.
  contactsPart,
  channelsPart,
  backupPart,
  deskPart,
  integrationsPart(),
  operationsPart,
  proactivePart(),
  retentionPart,
  auditPart,
]
