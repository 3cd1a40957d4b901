import { existsSync, renameSync } from 'node:fs'

/** A moment as part of a file name: `2026-01-31T23-59-59-123`. */
export function fileStamp(at: number): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-').replace('Z', '')
}

/** Renames a library and what SQLite keeps beside it; answers the new name of the main file. */
export function keepAside(file: string, at: number): string {
  const kept = `${file}.damaged-${fileStamp(at)}`
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  return kept
}
