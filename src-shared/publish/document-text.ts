import { documentToJson } from '../blocks/parse-document.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BotDocRecord } from '../document/records.ts'
import { canonicalJson } from '../kit/canonical-json.ts'

/**
 * A document as it is in packages and unpacked files: JSON with one record per line, so that line-wise comparison
 * shows which records changed. The same document gives the same bytes.
 */
export function documentText(document: BotDocument): string {
  const { parley, records } = documentToJson(document)
  return `{\n  "parley": ${parley},\n  "records": [\n${records.map(record => `    ${line(record)}`).join(',\n')}\n  ]\n}\n`
}

/** Sorted keys, but for the two that say what the line is. */
function line({ id, type, ...rest }: BotDocRecord): string {
  return `{"id":${JSON.stringify(id)},"type":${JSON.stringify(type)},${canonicalJson(rest).slice(1)}`
}
