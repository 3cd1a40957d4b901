import { z } from 'zod'
import { BotDocument } from '../../document/bot-document.ts'
import { recordProblems } from '../../document/integrity.ts'
import { DOCUMENT_VERSION, migrateDocument } from '../../document/migrations.ts'
import type { BotDocRecord, FlowRecord, RecordType } from '../../document/records.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { MAX_DOCUMENT_LENGTH, parseRecord } from '../parse-document.ts'

/**
 * What was copied: blocks and notes of one flow, the edges and groups among them, keywords of copied entries, and the
 * variables, intents, templates, API accesses and files they use. Of files it has the records; their bytes stay in the
 * library. The flow's own record is there to say where they lay.
 */
export type Clip = Readonly<{ records: readonly BotDocRecord[] }>

const TYPES: ReadonlySet<RecordType> = new Set([
  'flow',
  'block',
  'edge',
  'group',
  'note',
  'variable',
  'keyword',
  'intent',
  'template',
  'auth',
  'media',
])

/** Far more than anybody copies by hand; a larger clip is refused before it is looked at. */
const MOST_RECORDS = 60_000
const MOST_VARIABLES = 2000

const envelopeSchema = z.strictObject({
  parley: z.literal('clipboard'),
  /** Of the records: that of the document format. */
  version: z.number().int().min(1),
  records: z.array(z.unknown()).min(1).max(MOST_RECORDS),
})

/** The text that is put on the system's clipboard. */
export function clipToText({ records }: Clip): string {
  return JSON.stringify({ parley: 'clipboard', version: DOCUMENT_VERSION, records })
}

/** Whether a text says that it is a clip, sound or not; anything else on the clipboard is just text. */
export function isClipText(text: string): boolean {
  return /^\s*\{\s*"parley"\s*:\s*"clipboard"/.test(text)
}

/** Reads a clip from a text that says it is one. What another program or a newer Parley made of it is refused. */
export function readClip(text: string): Result<Clip> {
  if (text.length > MAX_DOCUMENT_LENGTH)
    return fault('clip/invalid', `It has ${text.length} characters; at most ${MAX_DOCUMENT_LENGTH} fit.`)
  const envelope = envelopeSchema.safeParse(parseJson(text))
  if (!envelope.success) return fault('clip/invalid', 'It was cut off or changed on its way.')
  const { version, records } = envelope.data
  const migrated = migrateDocument({ parley: version, records })
  if (!migrated.ok) return migrated.code === 'document/too-new' ? fault('clip/too-new') : damaged()
  const parsed: BotDocRecord[] = []
  for (const raw of migrated.value.records) {
    const record = parseRecord(raw)
    if (!record.ok) return fault('clip/invalid', record.problems?.[0]?.message)
    parsed.push(record.value)
  }
  return holdsTogether(parsed) ? ok({ records: parsed }) : damaged()
}

/** The flow a clip was copied from. */
export function flowOfClip({ records }: Clip): FlowRecord | undefined {
  return records.find((record): record is FlowRecord => record.type === 'flow')
}

function holdsTogether(records: readonly BotDocRecord[]): boolean {
  const flow = flowOfClip({ records })
  const count = (type: RecordType) => records.filter(record => record.type === type).length
  if (!flow || count('flow') !== 1 || count('block') + count('note') === 0) return false
  if (count('variable') > MOST_VARIABLES) return false
  if (records.some(record => !TYPES.has(record.type) || ('flow' in record && record.flow !== flow.id)))
    return false
  const document = BotDocument.of(records)
  return (
    document.size === records.length && records.every(record => recordProblems(document, record).length === 0)
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function damaged(): Result<never> {
  return fault('clip/invalid', 'Its parts do not fit together.')
}
