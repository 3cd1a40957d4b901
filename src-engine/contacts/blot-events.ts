import { MASK } from '../../src-shared/runtime/events.ts'

/** What of an event says where the conversation was and how it went, and nothing of the person. */
const KEPT = new Set([
  'type',
  'rule',
  'block',
  'to',
  'entry',
  'keyword',
  'port',
  'by',
  'timer',
  'at',
  'kind',
  'effect',
  'outcome',
  'status',
  'number',
  'variable',
  'locale',
  'tries',
  'reason',
  'skill',
  'channel',
  'afterHandover',
  'step',
  'limit',
  'code',
  'consent',
  'taken',
  'late',
])

/** The events of a turn as they stay when the person they tell of is erased: as many, of the same types. */
export function blotEvents(events: string): string {
  const list: unknown = JSON.parse(events)
  return JSON.stringify(Array.isArray(list) ? list.map(blotEvent) : [])
}

function blotEvent(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return {}
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [name, KEPT.has(name) ? value : blotted(value)]),
  )
}

function blotted(value: unknown): unknown {
  if (typeof value === 'string') return MASK
  if (Array.isArray(value)) return []
  return typeof value === 'object' && value !== null ? {} : null
}
