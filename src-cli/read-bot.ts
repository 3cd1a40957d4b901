import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { ok, type Result } from '../src-shared/kit/result.ts'
import { readBotFile } from '../src-shared/publish/package.ts'
import { readBytes } from './read-bytes.ts'

/** Reads BOT: a `.parley` package, or its unpacked JSON. The message of a fault begins with the file. */
export async function readBot(path: string): Promise<Result<BotDocument>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const document = readBotFile(bytes.value)
  return document.ok ? ok(document.value) : { ...document, message: `${path}: ${document.message}` }
}
