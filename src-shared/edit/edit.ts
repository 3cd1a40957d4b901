import { z } from 'zod'
import type { RecordId } from '../document/ids.ts'
import { type BotDocRecord, recordSchema } from '../document/records.ts'
import type { Brand } from '../kit/brand.ts'

export type EditId = Brand<string, 'EditId'>

/** One record before and after; `null` is "not there". */
export type Change = Readonly<{ before: BotDocRecord | null; after: BotDocRecord | null }>
export type Changes = Readonly<Record<RecordId, Change>>

/** What a step is called in the history: a key of the word lists, with what fills its gaps. */
export type EditLabel = Readonly<{ key: string; count?: number; name?: string }>

/**
 * One change of a bot, a value that can be reversed and squashed (design/architecture.md, One door for change).
 * `undo` and `redo` edits are ordinary edits that name the one they reverse: nothing is erased from the log.
 */
export type Edit = Readonly<{
  id: EditId
  kind: 'do' | 'undo' | 'redo'
  /** The edit this one reverses, for `undo` and `redo`. */
  target: EditId | null
  label: EditLabel
  actor: string
  at: number
  /** Position of the log this edit was made on; the store refuses it when the log has moved on. */
  baseSeq: number
  changes: Changes
}>

const changeSchema = z.strictObject({ before: recordSchema.nullable(), after: recordSchema.nullable() })

export const editSchema = z.strictObject({
  id: z.string().regex(/^edit_[A-Za-z0-9-]{1,48}$/),
  kind: z.enum(['do', 'undo', 'redo']),
  target: z.string().max(64).nullable(),
  label: z.strictObject({
    key: z.string().max(64),
    count: z.number().int().optional(),
    name: z.string().max(200).optional(),
  }),
  actor: z.string().max(64),
  at: z.number().int(),
  baseSeq: z.number().int().min(0),
  changes: z.record(z.string(), changeSchema),
}) as unknown as z.ZodType<Edit>

export function reverseChanges(changes: Changes): Changes {
  return mapChanges(changes, ({ before, after }) => ({ before: after, after: before }))
}

/** One set of changes that does what the given ones do in turn; what ends as it began drops out. */
export function squashChanges(all: readonly Changes[]): Changes {
  const total = new Map<string, Change>()
  for (const changes of all)
    for (const [id, change] of Object.entries(changes))
      total.set(id, { before: (total.get(id) ?? change).before, after: change.after })
  return Object.fromEntries([...total].filter(([, { before, after }]) => before !== after)) as Changes
}

function mapChanges(changes: Changes, map: (change: Change) => Change): Changes {
  return Object.fromEntries(Object.entries(changes).map(([id, change]) => [id, map(change)])) as Changes
}
