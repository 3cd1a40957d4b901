import { documentToJson } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { canonicalJson } from '../kit/canonical-json.ts'

/**
 * A document as it is in packages and unpacked files: JSON with sorted keys, laid out for people and for line-wise
 * comparison. The same document gives the same bytes.
 */
export function documentText(document: BotDocument): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(documentToJson(document))), null, 2)}\n`
}
