import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { ok, type Result } from '../src-shared/kit/result.ts'
import { type BotPackage, readBotPackage } from '../src-shared/publish/package.ts'
import { readBytes } from './read-bytes.ts'

/** Reads BOT with its files: a `.parley` package, or its unpacked JSON, which has none. */
export async function readBotWithFiles(path: string): Promise<Result<BotPackage>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const found = readBotPackage(bytes.value)
  return found.ok ? found : { ...found, message: `${path}: ${found.message}` }
}

/** Reads BOT without its files. The message of a fault begins with the file. */
export async function readBot(path: string): Promise<Result<BotDocument>> {
  const found = await readBotWithFiles(path)
  return found.ok ? ok(found.value.document) : found
}
