import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A path in a folder that goes away with the test file. */
export function scratchPath(name: string): string {
  return join(folder, name)
}

export function scratchFile(name: string, content: string | Uint8Array): string {
  const path = scratchPath(name)
  writeFileSync(path, content)
  return path
}
