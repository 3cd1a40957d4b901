import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { AuditPage } from '../../src-shared/publish/audit-protocol.ts'

export type AuditEntry = AuditPage['entries'][number]

/** Every entry that fits, the newest first; the faults of a page end it. */
export async function allEntries(
  page: (before: number | null) => Promise<Result<AuditPage>>,
): Promise<Result<readonly AuditEntry[]>> {
  const all: AuditEntry[] = []
  for (let before: number | null = null; ; ) {
    const answer: Result<AuditPage> = await page(before)
    if (!answer.ok) return answer
    all.push(...answer.value.entries)
    if (answer.value.before === null) return ok(all)
    before = answer.value.before
  }
}

const COLUMNS = ['number', 'at', 'key', 'action', 'bot', 'version', 'detail']

/** Rows for people: times in UTC, what else is known as JSON. */
export function auditSheet(entries: readonly AuditEntry[]): readonly (readonly string[])[] {
  const rows = entries.map(({ id, at, key, action, bot, version, detail }) => [
    ...[String(id), new Date(at).toISOString(), key, action, bot, version],
    JSON.stringify(detail),
  ])
  return [COLUMNS, ...rows]
}
