import { readFileSync } from 'node:fs'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'

/** A bot that says a message of every sort; what it looks up would need the network, and is left out. */
export function partsBot(change = (text: string) => text): BotDocument {
  const text = change(readFileSync('tests/fixtures/bots/parts.json', 'utf8'))
  const document = parseDocumentText(text.replaceAll('"to":"block_check"', '"to":"block_how"'))
  if (!document.ok) throw new Error(document.message)
  return document.value
}
