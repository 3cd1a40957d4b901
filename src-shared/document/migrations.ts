import { z } from 'zod'
import { fault, ok, type Result } from '../kit/result.ts'

/** A step from one version of the document format to the next; numbered, upward only (design/style.md rule 12). */
export type MigrationStep = Readonly<{
  to: number
  name: string
  up(records: readonly unknown[]): readonly unknown[]
}>

/** Version 1 is the first; the step to version 2 will be the first of this list. */
export const DOCUMENT_STEPS: readonly MigrationStep[] = []

export const DOCUMENT_VERSION = 1 + DOCUMENT_STEPS.length

const MAX_RECORDS = 200_000

const envelopeSchema = z.strictObject({
  parley: z.number().int().min(1),
  records: z.array(z.unknown()).max(MAX_RECORDS, `a document holds at most ${MAX_RECORDS} records`),
})

/** Brings a document of any earlier version to this one; refuses a newer one, naming both versions. */
export function migrateDocument(
  value: unknown,
  steps: readonly MigrationStep[] = DOCUMENT_STEPS,
): Result<{ version: number; records: readonly unknown[] }> {
  const newest = 1 + steps.length
  const version = (value as { parley?: unknown } | null)?.parley
  if (typeof version === 'number' && version > newest)
    return fault(
      'document/too-new',
      `It has format ${version}; this Parley reads up to ${newest}. Update Parley to open it.`,
    )
  const parsed = envelopeSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fault('document/invalid', `At ${issue?.path.join('.') || 'the top'}: ${issue?.message}.`)
  }
  const records = steps
    .slice(parsed.data.parley - 1)
    .reduce((before, step) => step.up(before), parsed.data.records as readonly unknown[])
  return ok({ version: newest, records })
}
