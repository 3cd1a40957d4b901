import type { Migration } from './migration.ts'
import { first } from './migrations/0001-first.ts'
import { inputsAndEffects } from './migrations/0002-inputs-and-effects.ts'
import { media } from './migrations/0003-media.ts'
import { pendingByConversation } from './migrations/0004-pending-by-conversation.ts'
import { deliveries } from './migrations/0005-deliveries.ts'
import { apiKeys } from './migrations/0006-api-keys.ts'
import { environmentsAndStages } from './migrations/0007-environments-and-stages.ts'
import { channels } from './migrations/0008-channels.ts'
import { desk } from './migrations/0009-desk.ts'
import { stoppedDeliveries } from './migrations/0010-stopped-deliveries.ts'
import { integrations } from './migrations/0011-integrations.ts'
import { erasure } from './migrations/0012-erasure.ts'
import { proactive } from './migrations/0013-proactive.ts'
import { dataKey } from './migrations/0014-data-key.ts'
import { rights } from './migrations/0015-rights.ts'
import { callbacks } from './migrations/0016-callbacks.ts'
import { restriction } from './migrations/0017-restriction.ts'

/**
 * The steps of both stores, upward only, one file each; the first leads to version 1 (design/style.md rule 12). What
 * was published is not changed any more: a new table or column is a new file here.
 */
export const ENGINE_MIGRATIONS: readonly Migration[] = [
  first,
  inputsAndEffects,
  media,
  pendingByConversation,
  deliveries,
  apiKeys,
  environmentsAndStages,
  channels,
  desk,
  stoppedDeliveries,
  integrations,
  erasure,
  proactive,
  dataKey,
  rights,
  callbacks,
  restriction,
]
