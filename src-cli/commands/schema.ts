import { documentJsonSchema } from '../../src-shared/blocks/document-schema.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'

/** `parley schema`: the JSON Schema of bot documents. */
export async function schema(terminal: Terminal): Promise<ExitCode> {
  terminal.out(JSON.stringify(documentJsonSchema(), null, 2))
  return EXIT.fine
}
