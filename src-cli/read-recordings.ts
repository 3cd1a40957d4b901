import type { TestcaseRecord } from '../src-shared/document/testcase.ts'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { readRecordings } from '../src-shared/testing/recordings-file.ts'
import { readBytes } from './read-bytes.ts'

/** The conversations of a file of recordings; none where no file is named. */
export async function readRecordingsFile(
  path: string | undefined,
): Promise<Result<readonly TestcaseRecord[]>> {
  if (path === undefined) return ok([])
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const read = readRecordings(new TextDecoder().decode(bytes.value))
  return read.ok ? read : fault(read.code, `${path}: ${read.message}`)
}
