import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { ok, type Result } from '../src-shared/kit/result.ts'
import { type BotPackage, isZip, readBotFile, readBotPackage } from '../src-shared/publish/package.ts'
import { readBytes } from './read-bytes.ts'
import { readFilesBeside } from './read-files-beside.ts'

/** What a folder that holds one unpacked bot calls its document. */
export const UNPACKED_NAME = 'bot.json'

/** Reads BOT with its files: a `.parley` package, or its unpacked JSON with them in the folder `media` beside it. */
export async function readBotWithFiles(path: string): Promise<Result<BotPackage>> {
  const place = await documentPath(path)
  const bytes = await readBytes(place)
  if (!bytes.ok) return bytes
  const found = named(place, readBotPackage(bytes.value))
  if (!found.ok || isZip(bytes.value)) return found
  const { document } = found.value
  const files = await readFilesBeside(document, dirname(place))
  return files.ok ? ok({ document, files: files.value }) : files
}

/** Reads BOT without its files. The message of a fault begins with the file. */
export async function readBot(path: string): Promise<Result<BotDocument>> {
  const place = await documentPath(path)
  const bytes = await readBytes(place)
  return bytes.ok ? named(place, readBotFile(bytes.value)) : bytes
}

/** A folder stands for the document in it. */
export async function documentPath(path: string): Promise<string> {
  const inside = join(path, UNPACKED_NAME)
  const isUnpacked = await stat(inside).then(
    found => found.isFile(),
    () => false,
  )
  return isUnpacked ? inside : path
}

function named<T>(path: string, found: Result<T>): Result<T> {
  return found.ok ? found : { ...found, message: `${path}: ${found.message}` }
}
