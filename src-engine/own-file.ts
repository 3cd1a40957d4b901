import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'

export type OwnFile = Readonly<{ file: string; text: string; isNew: boolean }>

/** The text of a file in the data folder that only its owner can read; made with `make` when it is not there yet. */
export function ownFile(folder: string, name: string, make: () => string): Result<OwnFile> {
  const file = join(folder, name)
  try {
    const isNew = !existsSync(file)
    if (isNew) writeNew(folder, file, make())
    return ok({ file, text: readFileSync(file, 'utf8').trim(), isNew })
  } catch (error) {
    return fault('engine-config/invalid', `The key file cannot be used: ${(error as Error).message}.`)
  }
}

/** Never half-written, whenever the process ends. */
function writeNew(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flush: true })
  linkSync(draft, file)
  rmSync(draft)
}
