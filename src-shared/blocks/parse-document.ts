import type { z } from 'zod'
import { BotDocument } from '../document/bot-document.ts'
import { integrityProblems } from '../document/integrity.ts'
import { DOCUMENT_VERSION, migrateDocument } from '../document/migrations.ts'
import { type BotDocRecord, recordSchema } from '../document/records.ts'
import { fault, ok, type Problem, type Result } from '../kit/result.ts'
import { KINDS, kindNamed } from './kinds.ts'

/** Characters of JSON; a bot of 10,000 blocks has about 5 million. */
export const MAX_DOCUMENT_LENGTH = 32_000_000
const MAX_PROBLEMS = 50

/** Reads a bot document from JSON text, as it is in packages and bundles. */
export function parseDocumentText(text: string): Result<BotDocument> {
  if (text.length > MAX_DOCUMENT_LENGTH)
    return fault(
      'document/too-large',
      `It has ${text.length} characters; at most ${MAX_DOCUMENT_LENGTH} are accepted.`,
    )
  try {
    return parseDocument(JSON.parse(text))
  } catch (error) {
    return fault('document/invalid', `It is not JSON: ${(error as Error).message}`)
  }
}

/** Reads a bot document from a value of unknown shape: migrates it, checks every record, and that they hold together. */
export function parseDocument(value: unknown): Result<BotDocument> {
  const migrated = migrateDocument(value)
  if (!migrated.ok) return migrated
  const problems: Problem[] = []
  const records: BotDocRecord[] = []
  for (const raw of migrated.value.records) {
    const record = parseRecord(raw)
    if (record.ok) records.push(record.value)
    else problems.push(...(record.problems ?? []))
    if (problems.length >= MAX_PROBLEMS) break
  }
  const twice = repeated(records)
  if (twice)
    problems.push({
      code: 'document/invalid',
      message: `There are two records with the id ${twice}.`,
      pointer: twice,
    })
  if (problems.length > 0) return invalid(problems)
  const document = BotDocument.of(records)
  const broken = integrityProblems(document)
  return broken.length > 0 ? fault('document/broken-reference', broken[0]?.message, broken) : ok(document)
}

/** Reads one record; a block's data is checked by its kind. Problems name the record and the field. */
export function parseRecord(raw: unknown): Result<BotDocRecord> {
  const parsed = recordSchema.safeParse(raw)
  if (!parsed.success) return invalid(toProblems(parsed.error, pointerOf(raw)))
  const record = parsed.data
  if (record.type !== 'block') return ok(record)
  const kind = kindNamed(record.kind)
  if (!kind) {
    const known = KINDS.map(({ name }) => name).join(', ')
    return invalid([
      {
        code: 'document/invalid',
        message: `${record.id} is of the unknown kind "${record.kind}"; known are ${known}.`,
        pointer: record.id,
      },
    ])
  }
  const data = kind.schema.safeParse(record.data)
  if (!data.success) return invalid(toProblems(data.error, record.id, 'data'))
  return ok({ ...record, data: data.data as Record<string, unknown> })
}

/** The form a document has in files: its version, and its records sorted by id. */
export function documentToJson(document: BotDocument): { parley: number; records: readonly BotDocRecord[] } {
  const records = [...document.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { parley: DOCUMENT_VERSION, records }
}

function invalid(problems: readonly Problem[]) {
  const first = problems[0]
  return fault(
    'document/invalid',
    first && `${first.message}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}`,
    problems,
  )
}

function toProblems(error: z.ZodError, pointer: string, prefix?: string): Problem[] {
  return error.issues.slice(0, MAX_PROBLEMS).map(issue => {
    const path = [...(prefix ? [prefix] : []), ...issue.path].join('.')
    return {
      code: 'document/invalid',
      message: `${pointer}${path ? `, ${path}` : ''}: ${issue.message}`,
      pointer,
    }
  })
}

function pointerOf(raw: unknown): string {
  const id = (raw as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id.slice(0, 64) : 'a record without an id'
}

function repeated(records: readonly BotDocRecord[]): string | null {
  const seen = new Set<string>()
  for (const { id } of records) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return null
}
