import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise } from 'yauzl'

/** Unpacks the entries for which `place` names a path inside `folder`; keeps the executable bit, skips the rest. */
export async function unzipSelected(
  zipFile: string,
  folder: string,
  place: (entryName: string) => string | null,
): Promise<void> {
  const zip = await openPromise(zipFile)
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.endsWith('/') ? null : place(entry.fileName)
    if (path === null) continue
    const target = resolve(folder, path)
    if (relative(folder, target).startsWith('..'))
      throw new Error(`${entry.fileName} points outside ${folder}`)
    await mkdir(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: modeOf(entry) }))
  }
}

function modeOf(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o111 ? 0o755 : 0o644
}
