import { parseDocumentText } from '../src-shared/blocks/parse-document.ts'
import { compile } from '../src-shared/runtime/compile.ts'
import type { Program } from '../src-shared/runtime/program.ts'
import { bundleText } from './store/bundles.ts'
import type { ReadDb } from './store/db.ts'

/** Programs kept ready; the one that was longest not asked for goes first. */
const MAX_PROGRAMS = 50

/** Compiled bots by the hash of their content. What is lost in a restart is compiled again. */
export class ProgramCache {
  private readonly programs = new Map<string, Program>()

  /** The program of content that was accepted before; throws when the data do not hold it, which is a bug. */
  async get(hash: string, db: ReadDb): Promise<Program> {
    const program = this.programs.get(hash) ?? (await compiled(hash, db))
    this.programs.delete(hash)
    this.programs.set(hash, program)
    const [oldest] = this.programs.keys()
    if (this.programs.size > MAX_PROGRAMS && oldest !== undefined) this.programs.delete(oldest)
    return program
  }
}

async function compiled(hash: string, db: ReadDb): Promise<Program> {
  const document = parseDocumentText((await bundleText(db, hash)) ?? '')
  if (!document.ok) throw new Error(`the bundle ${hash} cannot be read: ${document.message}`)
  return compile(document.value)
}
