import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { DesignerEvent } from '../../src-shared/publish/audit-protocol.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit, eventsKnown } from '../store/audit.ts'
import { findBot } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'

/**
 * Writes down what people did in a designer (requirements.md NHN-143), at the engine's own time and number, with theirs
 * beside it. Those it was told before are passed over.
 */
export function takeEvents(
  db: EngineDb,
  events: readonly DesignerEvent[],
  { key, at }: By,
): Promise<Result<{ taken: number }>> {
  return db.atomically(async (tx): Promise<Result<{ taken: number }>> => {
    await tx.lock([AUDIT])
    const known = new Set<string>()
    for (const bot of new Set(events.map(event => event.bot))) {
      if (!(await findBot(tx, bot))) return fault('bot/not-found', 'Publish it first.')
      for (const id of await eventsKnown(tx, bot)) known.add(id)
    }
    let taken = 0
    for (const { id, bot, version, action, actor, at: madeAt, detail } of events) {
      if (known.has(id)) continue
      known.add(id)
      taken += 1
      const told = { ...detail, actor, madeAt, event: id }
      await appendAudit(tx, { at, key, action: `designer.${action}`, bot, version, detail: told })
    }
    return ok({ taken })
  })
}
