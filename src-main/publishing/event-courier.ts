import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { AuditClient } from '../../src-shared/publish/audit-client.ts'
import type { WriteDb } from '../store/db.ts'
import { eventsToTell, markTold } from '../store/designer-events.ts'
import { findEngine } from '../store/engine-accounts.ts'

type Host = Readonly<{
  db: WriteDb
  clientFor: (engine: string) => Promise<Result<AuditClient>>
  log: (error: unknown) => void
}>

/**
 * Tells engines what people did here (requirements.md NHN-143), whenever one was just heard of. What could not be told
 * stays in the library until the next time; what was told twice, because an answer was lost, the engine knows by its id.
 */
export class EventCourier {
  private readonly host: Host
  private readonly telling = new Map<string, Promise<void>>()
  private isOver = false

  constructor(host: Host) {
    this.host = host
  }

  /** Resolves when nothing is left to be told, or it could not be. */
  tell(engine: string): Promise<void> {
    const present = this.telling.get(engine)
    if (present) return present
    const telling = this.tellAll(engine)
      .catch(this.host.log)
      .finally(() => this.telling.delete(engine))
    this.telling.set(engine, telling)
    return telling
  }

  /** Does nothing more with the library, which is closed then; for the end of the program. */
  stop(): void {
    this.isOver = true
  }

  private async tellAll(engine: string): Promise<void> {
    const { db, clientFor } = this.host
    while (!this.isOver) {
      const events = eventsToTell(db, engine)
      if (events.length === 0) return
      const client = await clientFor(engine)
      if (!client.ok || this.isOver) return
      const told = await client.value.tell(events.map(({ seq, ...event }) => event))
      // Ended, or removed, while it was told.
      if (!told.ok || this.isOver || !findEngine(db, engine)) return
      db.transaction(() => {
        markTold(
          db,
          engine,
          events.map(({ seq }) => seq),
        )
        return ok(null)
      })
    }
  }
}
