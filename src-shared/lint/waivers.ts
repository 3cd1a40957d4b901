import type { BotDocument } from '../document/bot-document.ts'
import { newRecordId, type WaiverId } from '../document/ids.ts'
import type { WaiverRecord } from '../document/records.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { updateRecord } from '../edit/update-record.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { Issue } from './issue.ts'

/** A finding that someone decided to live with. */
export type Ignored = Readonly<{ issue: Issue; waiver: WaiverRecord }>

/**
 * Keeps findings that were waived apart from those to work off. A waiver means one code at one place of one record;
 * errors are never waived, also not when a warning became one.
 */
export function withoutWaived(
  issues: readonly Issue[],
  waivers: Iterable<WaiverRecord>,
): Readonly<{ issues: readonly Issue[]; ignored: readonly Ignored[] }> {
  const byPlace = new Map(Array.from(waivers, waiver => [placeOf(waiver), waiver]))
  if (byPlace.size === 0) return { issues, ignored: [] }
  const left: Issue[] = []
  const ignored: Ignored[] = []
  for (const issue of issues) {
    const waiver = issue.severity === 'error' ? undefined : byPlace.get(placeOf(waived(issue)))
    if (waiver) ignored.push({ issue, waiver })
    else left.push(issue)
  }
  return { issues: left, ignored }
}

/** Ignores a finding from now on, for a reason. Findings that keep a bot from being published cannot be ignored. */
export function waiveIssue(
  document: BotDocument,
  issue: Issue,
  by: Readonly<{ reason: string; author: string; at: number }>,
  newId: () => string,
): Result<Changes> {
  if (issue.severity === 'error') return fault('waiver/of-error')
  const reason = by.reason.trim()
  if (reason === '') return fault('waiver/without-reason')
  const place = waived(issue)
  const known = [...document.all('waiver')].find(waiver => placeOf(waiver) === placeOf(place))
  const id = known?.id ?? newRecordId('waiver', newId)
  return ok(updateRecord(document, { id, type: 'waiver', ...place, ...by, reason }))
}

/** Shows what was ignored again. */
export function takeBackWaiver(document: BotDocument, id: WaiverId): Changes {
  return new ChangeSet(document).drop(id).done()
}

type Place = Pick<WaiverRecord, 'code' | 'record' | 'path'>

function waived({ code, record, path }: Issue): Place {
  return { code, record, path: (path ?? []).join('/') }
}

function placeOf({ code, record, path }: Place): string {
  return `${code} ${record} ${path}`
}
