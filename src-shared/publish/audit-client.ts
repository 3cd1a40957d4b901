import { ok, type Result } from '../kit/result.ts'
import {
  type AuditFilter,
  type AuditPage,
  type AuditVerdict,
  auditPageSchema,
  auditVerdictSchema,
  type DesignerEvent,
  eventsTakenSchema,
} from './audit-protocol.ts'
import { callEngine, type EngineOptions } from './publish-client.ts'

/** The audit trail of an engine, for who has the scope `admin` there. Failures are as in publish-client.ts. */
export interface AuditClient {
  /** Entries that fit, the newest first; older than the one numbered `before`, where it is given. */
  page(filter: AuditFilter, before: number | null): Promise<Result<AuditPage>>
  /** Whether every entry fits the chain of those before it; looking at a million of them takes a while. */
  verify(): Promise<Result<AuditVerdict>>
  /** Tells what people did here, which needs the scope `publish`; answers how much of it was new there. */
  tell(events: readonly DesignerEvent[]): Promise<Result<number>>
}

export function createAuditClient(options: EngineOptions): AuditClient {
  return {
    page(filter, before) {
      const query = Object.entries({ ...filter, before })
        .flatMap(([name, value]) =>
          value === undefined || value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
        )
        .join('&')
      return callEngine(options, { method: 'GET', path: `/v1/audit?${query}`, schema: auditPageSchema })
    },
    verify: () =>
      callEngine(options, { method: 'GET', path: '/v1/audit/verification', schema: auditVerdictSchema }),
    async tell(events) {
      const body = { events }
      const path = '/v1/audit/events'
      const told = await callEngine(options, { method: 'POST', path, body, schema: eventsTakenSchema })
      return told.ok ? ok(told.value.taken) : told
    },
  }
}
