import { botIdSchema } from '../../src-shared/document/ids.ts'
import type { AuditFilter } from '../../src-shared/publish/audit-protocol.ts'

/** What is asked for, as it is typed: days as `2026-01-31`, empty texts for anything. */
export type AuditDraft = Readonly<{
  key: string
  action: string
  bot: string
  since: string
  until: string
}>

export const EVERYTHING: AuditDraft = { key: '', action: '', bot: '', since: '', until: '' }

/** Actions of their own, and beginnings of those of a part of the engine, which end with a dot. */
export const AUDIT_ACTIONS = ['publish', 'activate', 'deactivate', 'stage', 'promote', 'rollBack'] as const
export const AUDIT_GROUPS = [
  'channel',
  'integration',
  'service',
  'key',
  'contact',
  'retention',
  'proactive',
  'designer',
] as const

/** A filter of the engine; whole days are meant, by the clock of this computer. */
export function auditFilterOf({ key, action, bot, since, until }: AuditDraft): AuditFilter {
  const about = botIdSchema.safeParse(bot)
  const from = dayOf(since)
  const to = dayOf(until)
  return {
    ...(key.trim() !== '' && { key: key.trim() }),
    ...(action !== '' && { action }),
    ...(about.success && { bot: about.data }),
    ...(from && { since: from.getTime() }),
    ...(to && { until: new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1).getTime() }),
  }
}

function dayOf(text: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return year && month && day ? new Date(Number(year), Number(month) - 1, Number(day)) : null
}
