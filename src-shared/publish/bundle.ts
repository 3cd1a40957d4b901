import type { BotDocument } from '../document/bot-document.ts'
import { DOCUMENT_VERSION } from '../document/migrations.ts'
import { type BotDocRecord, DESIGN_TYPES } from '../document/records.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256Hex } from '../kit/sha256.ts'

/** What an engine runs: the content of a bot as canonical JSON, named by the SHA-256 of its bytes. */
export type Bundle = Readonly<{ hash: string; text: string }>

/**
 * The bundle of a document. Places on the canvas, notes and the brief are not content (requirements.md D-02), so moving
 * a block neither changes the hash nor mints a version.
 */
export function bundleOf(document: BotDocument): Bundle {
  const records = [...contentRecords(document)].map(contentOf).sort((a, b) => (a.id < b.id ? -1 : 1))
  const text = canonicalJson({ parley: DOCUMENT_VERSION, records })
  return { hash: sha256Hex(text), text }
}

function* contentRecords(document: BotDocument): Iterable<BotDocRecord> {
  for (const record of document.values()) if (!DESIGN_TYPES.has(record.type)) yield record
}

function contentOf(record: BotDocRecord): BotDocRecord {
  if (record.type === 'block') return { ...record, x: 0, y: 0 }
  if (record.type !== 'bot') return record
  const { brief: _, ...content } = record
  return content
}

/** Refuses a bundle that is not what its hash says. */
export function checkBundle(bundle: Bundle): Result<Bundle> {
  const actual = sha256Hex(bundle.text)
  return actual === bundle.hash
    ? ok(bundle)
    : fault('bundle/hash-mismatch', `It should be ${bundle.hash} and is ${actual}.`)
}
