import {
  LEAST_DAYS,
  MOST_DAYS,
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionDays,
} from '../../src-shared/publish/retention-protocol.ts'

/** Days as they are typed; empty for ever. */
export type RetentionDraft = Readonly<Record<RetentionClass, string>>

export function retentionDraft(days: RetentionDays): RetentionDraft {
  const typed = (name: RetentionClass) => days[name]?.toString() ?? ''
  return {
    conversations: typed('conversations'),
    channelEvents: typed('channelEvents'),
    deskChats: typed('deskChats'),
    files: typed('files'),
  }
}

/** Undefined where it is no number of days an engine takes. */
export function readDays(name: RetentionClass, text: string): number | null | undefined {
  if (text.trim() === '') return null
  if (!/^\d{1,5}$/.test(text.trim())) return undefined
  const days = Number(text)
  return days >= LEAST_DAYS[name] && days <= MOST_DAYS ? days : undefined
}

/** What is typed as days of every class; null where one of them is none. */
export function daysOf(draft: RetentionDraft): RetentionDays | null {
  const read = (name: RetentionClass) => readDays(name, draft[name])
  const [conversations, channelEvents, deskChats, files] = RETENTION_CLASSES.map(read)
  if (conversations === undefined || channelEvents === undefined) return null
  return deskChats === undefined || files === undefined
    ? null
    : { conversations, channelEvents, deskChats, files }
}

/** The classes that are kept for a shorter time than before: something of them may go for good. */
export function shortened(before: RetentionDays, after: RetentionDays): readonly RetentionClass[] {
  const length = (days: number | null) => days ?? Number.POSITIVE_INFINITY
  return RETENTION_CLASSES.filter(name => length(after[name]) < length(before[name]))
}
