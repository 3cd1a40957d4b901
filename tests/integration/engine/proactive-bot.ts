import { readFileSync } from 'node:fs'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'

export const EXTERNAL = 'billing.v1'

/** A bot whose company begins: it says something about an order, and the conversation ends; other words wake it too. */
export function proactiveBot({ id = 'bot_support', external = EXTERNAL } = {}): BotDocument {
  const text = readFileSync('tests/fixtures/bots/support.json', 'utf8')
  const document = JSON.parse(text) as { records: { id: string; type: string; settings?: object }[] }
  for (const record of document.records)
    if (record.type === 'bot') {
      record.id = id
      record.settings = { ...record.settings, externalId: external }
    }
  const parsed = parseDocumentText(JSON.stringify(document))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
