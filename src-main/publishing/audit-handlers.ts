import type { Result } from '../../src-shared/kit/result.ts'
import type { AuditClient } from '../../src-shared/publish/audit-client.ts'
import type { Handlers } from '../ipc/handlers.ts'

type AuditCall = Extract<keyof Handlers, `audit.${string}`>

/** The audit trail of an engine is read there, and nothing of it is kept in the library. */
export function auditHandlers(
  clientFor: (engine: string) => Promise<Result<AuditClient>>,
): Pick<Handlers, AuditCall> {
  return {
    async 'audit.page'({ engine, filter, before }) {
      const client = await clientFor(engine)
      return client.ok ? client.value.page(filter, before) : client
    },
    async 'audit.verify'({ engine }) {
      const client = await clientFor(engine)
      return client.ok ? client.value.verify() : client
    },
  }
}
