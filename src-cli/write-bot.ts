import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { namedFiles } from '../src-shared/document/named-files.ts'
import type { Result } from '../src-shared/kit/result.ts'
import { documentText } from '../src-shared/publish/document-text.ts'
import { type BotPackage, packWithFiles } from '../src-shared/publish/package.ts'
import { UNPACKED_NAME } from './read-bot.ts'
import { MEDIA_FOLDER } from './read-files-beside.ts'
import { writeWhole } from './write-whole.ts'

/** Writes a bot with its files as a package. */
export async function writePackage(path: string, { document, files }: BotPackage): Promise<Result<null>> {
  const packed = packWithFiles(document, hash => files.get(hash) ?? null)
  return packed.ok ? writeWhole(path, packed.value) : packed
}

/**
 * Writes a bot as JSON with its files in the folder `media` beside it; into a folder, as `bot.json`. The document comes
 * last: where it is, all of the bot is.
 */
export async function writeUnpacked(path: string, { document, files }: BotPackage): Promise<Result<null>> {
  const isNewFolder = /[/\\]$/.test(path) && (await makeFolder(path))
  const place = isNewFolder || (await isFolder(path)) ? join(path, UNPACKED_NAME) : path
  const folder = dirname(place)
  if (files.size > 0) await makeFolder(join(folder, MEDIA_FOLDER))
  for (const [hash, bytes] of files) {
    const written = await writeWhole(join(folder, MEDIA_FOLDER, hash), bytes)
    if (!written.ok) return written
  }
  return writeWhole(place, documentText(document))
}

/** Makes a folder in one that is there; whether it is there now is seen when something is written into it. */
function makeFolder(path: string): Promise<boolean> {
  return mkdir(path).then(
    () => true,
    () => false,
  )
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

/** The files of a bot whose bytes are not with it, by their names. */
export function missingFiles({ document, files }: BotPackage): readonly string[] {
  return namedFiles(document)
    .filter(({ hash }) => !files.has(hash))
    .map(({ name }) => name)
}
