import { z } from 'zod'
import type { BotDocument } from '../document/bot-document.ts'
import { DOCUMENT_VERSION } from '../document/migrations.ts'
import type { BotDocRecord } from '../document/records.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256Hex } from '../kit/sha256.ts'

/** What an engine runs: the content of a bot as canonical JSON, named by the SHA-256 of its bytes. */
export type Bundle = Readonly<{ hash: string; text: string }>

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex')

/**
 * The bundle of a document. Places on the canvas are not content (requirements.md D-02), so moving a block neither
 * changes the hash nor mints a version.
 */
export function bundleOf(document: BotDocument): Bundle {
  const records = [...document.values()].map(contentOf).sort((a, b) => (a.id < b.id ? -1 : 1))
  const text = canonicalJson({ parley: DOCUMENT_VERSION, records })
  return { hash: sha256Hex(text), text }
}

function contentOf(record: BotDocRecord): BotDocRecord {
  return record.type === 'block' ? { ...record, x: 0, y: 0 } : record
}

/** Refuses a bundle that is not what its hash says. */
export function checkBundle(bundle: Bundle): Result<Bundle> {
  const actual = sha256Hex(bundle.text)
  return actual === bundle.hash
    ? ok(bundle)
    : fault('bundle/hash-mismatch', `It should be ${bundle.hash} and is ${actual}.`)
}
