import type { BotDocument } from '../../document/bot-document.ts'
import type { BlockId } from '../../document/ids.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { kindNamed } from '../kinds.ts'

/**
 * Gives a block other data. Edges at ports that are gone with it (a removed option, branch or limit of tries) go in
 * the same edit. Refuses data that its kind's schema refuses with `document/invalid`.
 */
export function changeBlockData(document: BotDocument, id: BlockId, data: unknown): Result<Changes> {
  const block = document.get(id)
  const kind = block && kindNamed(block.kind)
  if (!kind) return fault('edit/conflict', 'The block is not there any more.')
  const parsed = kind.schema.safeParse(data)
  if (!parsed.success) return fault('document/invalid', `${parsed.error.issues[0]?.message}.`)
  const set = new ChangeSet(document)
  if (canonicalJson(parsed.data) === canonicalJson(block.data)) return ok(set.done())
  const ports = new Set(kind.ports(parsed.data).map(port => port.id))
  for (const edge of document.edgesFrom(id)) if (!ports.has(edge.port)) set.drop(edge.id)
  set.put({ ...block, data: parsed.data as Record<string, unknown> })
  return ok(set.done())
}
